// The parameters of a catalog member as fields: the common ones and those that were set, the rest folded.

import { Fragment, useState } from 'react'
import type { Param } from '../../contract'
import { Button } from '../../ui/controls'
import type { Nested, ParamsProps } from './field'
import s from './inspector.module.css'
import { ParamField } from './ParamField'
import { problemsAt } from './Problems'
import { VaryingNote } from './VaryingNote'
import { t } from '../../words/words'

const nested: Nested = ({ key, ...props }) => <Params key={key} {...props} />

export function Params({ params, values, onChange, problems, path = '', folded = false, of, children }: ParamsProps) {
  const [open, setOpen] = useState(false)
  // While the rest is unfolded, a field stays where it is, whatever is set.
  const [first, setFirst] = useState<readonly string[]>([])
  const isFirst = (param: Param): boolean => {
    if (param.required || (param.common && !folded)) return true
    if (open) return first.includes(param.name)
    return param.name in values || problemsAt(problems, path + param.name, true).length > 0
  }
  const shown = params.filter(isFirst)
  const rest = params.filter((param) => !shown.includes(param))
  const field = (param: Param) => (
    <Fragment key={param.name}>
      <ParamField
      param={param}
      value={param.name in values ? values[param.name] : (param.default as unknown)}
      isSet={param.name in values}
      onChange={(value) => onChange(param.name, value)}
      problems={problems}
      path={path + param.name}
      nested={nested}
    />
      {of !== undefined && <VaryingNote id={of} param={param.name} />}
    </Fragment>
  )
  const fold = () => {
    setFirst(shown.map((param) => param.name))
    setOpen(!open)
  }
  return (
    <>
      {shown.map(field)}
      {children}
      {open && rest.map(field)}
      {(rest.length > 0 || open) && (
        <Button kind="link" className={s.more ?? ''} aria-expanded={open} onClick={fold}>
          {open ? t('inspector-fewer') : moreText(rest.length, shown.length > 0 || Boolean(children))}
        </Button>
      )}
    </>
  )
}

function moreText(count: number, others: boolean): string {
  return t(others ? 'inspector-more' : 'inspector-parameters-more', { n: count })
}
