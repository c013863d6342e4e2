// One field: its name at the left, the control at the right, below it what is wrong. Its doc shows on hover and on F1,
// and is read out with the control.

import { Fragment, type ReactNode, useId } from 'react'
import type { Param, Problem } from '../../contract'
import { EditedBy } from '../../presence/EditedBy'
import { IconButton } from '../../ui/controls'
import { Icon } from '../../ui/glyphs'
import { Held, useReadOnly } from '../../ui/readOnly'
import s from './inspector.module.css'
import { ProblemNote } from './Problems'
import { useParamDoc } from '../useParamDoc'
import { Tip, useTip } from './Tip'
import { t } from '../../words/words'

export interface ControlIds {
  id: string
  'aria-describedby': string | undefined
  'aria-invalid': boolean
}

interface RowProps {
  label: string
  /** Keras' own argument name: set in the code face. */
  mono?: boolean
  doc?: string | undefined
  /** The parameter whose documentation it shows. */
  about?: Param | undefined
  hint?: ReactNode
  /** Why what stands in the field was not taken. */
  error?: string | null
  problems?: readonly Problem[]
  /** Back to the default; absent where the value is the default. */
  onReset?: (() => void) | undefined
  resetTo?: string
  /** Control below the name instead of beside it. */
  wide?: boolean
  /** What belongs to the control and stands below it: the parameters of what was chosen. */
  below?: ReactNode
  children: (ids: ControlIds) => ReactNode
}

export function Row({ label, mono, doc: given, about, hint, error, problems, onReset, resetTo, wide, below, children }: RowProps) {
  const id = useId()
  const keras = useParamDoc(about)
  const doc = keras || given
  const lang = keras ? 'en' : undefined
  const tip = useTip()
  const held = useReadOnly()
  const said = [doc && `${id}-doc`, error && `${id}-error`, problems?.length && `${id}-problems`].filter(Boolean)
  const isWrong = Boolean(error) || (problems ?? []).some((problem) => problem.severity === 'error')
  return (
    <div
      className={s.row}
      data-wide={wide || undefined}
      data-field={label}
      role="presentation"
      onKeyDown={(event) => {
        if (event.key !== 'F1' || !doc) return
        tip.toggle(event.currentTarget)
        event.preventDefault()
        event.stopPropagation()
      }}
      onBlur={tip.hide}
    >
      <div className={s.rowName}>
        <label htmlFor={id} data-mono={mono || undefined} {...(doc ? tip.hover : {})}>
          {mono ? breakable(label) : label}
        </label>
        {onReset && !held && (
          <IconButton
            small
            className={s.reset ?? ''}
            label={resetText(label, resetTo, about)}
            onClick={onReset}
          >
            <Icon name="reset" size={12} />
          </IconButton>
        )}
      </div>
      <div className={s.rowControl}>
        <Held>
          {children({ id, 'aria-describedby': said.length ? said.join(' ') : undefined, 'aria-invalid': isWrong })}
        </Held>
      </div>
      <EditedBy field={label} />
      {error && (
        <p className={s.rowError} id={`${id}-error`} role="alert">
          {error}
        </p>
      )}
      {!error && hint && <div className={s.rowHint}>{hint}</div>}
      {problems && problems.length > 0 && (
        <div className={s.rowProblems} id={`${id}-problems`}>
          {problems.map((problem) => (
            <ProblemNote key={`${problem.code} ${problem.place}`} problem={problem} />
          ))}
        </div>
      )}
      {below}
      {doc && (
        <span hidden id={`${id}-doc`} lang={lang}>
          {doc}
        </span>
      )}
      {doc && tip.at && <Tip at={tip.at} title={label} text={doc} lang={lang} />}
    </div>
  )
}

function resetText(label: string, to: string | undefined, about: Param | undefined): string {
  if (!to) return t('inspector-reset', { label })
  return t(about ? 'inspector-reset-keras' : 'inspector-reset-to', { label, value: to })
}

/** A long name may break after its underscores. */
function breakable(name: string): ReactNode {
  return name.split(/(?<=_)/).map((part, at) => (
    <Fragment key={at}>
      {at > 0 && <wbr />}
      {part}
    </Fragment>
  ))
}
