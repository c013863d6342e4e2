// The parameters of a catalog member as fields: the common ones and those that were set, the rest folded.

import { useState } from 'react'
import type { Param } from '../../contract'
import { Button } from '../../ui/controls'
import type { Nested, ParamsProps } from './field'
import s from './inspector.module.css'
import { ParamField } from './ParamField'
import { problemsAt } from './Problems'

const nested: Nested = ({ key, ...props }) => <Params key={key} {...props} />

export function Params({ params, values, onChange, problems, path = '', folded = false }: ParamsProps) {
  const [open, setOpen] = useState(false)
  const isShown = (param: Param): boolean =>
    param.required ||
    (param.common && !folded) ||
    param.name in values ||
    problemsAt(problems, path + param.name, true).length > 0
  const rest = params.filter((param) => !isShown(param)).length
  const shown = open ? params : params.filter(isShown)
  return (
    <>
      {shown.map((param) => (
        <ParamField
          key={param.name}
          param={param}
          value={param.name in values ? values[param.name] : (param.default as unknown)}
          isSet={param.name in values}
          onChange={(value) => onChange(param.name, value)}
          problems={problems}
          path={path + param.name}
          nested={nested}
        />
      ))}
      {(rest > 0 || open) && (
        <Button kind="link" className={s.more ?? ''} aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? 'Fewer' : moreText(rest, shown.length > 0)}
        </Button>
      )}
    </>
  )
}

function moreText(count: number, others: boolean): string {
  return others ? `${count} more…` : `${count} ${count === 1 ? 'parameter' : 'parameters'}…`
}
