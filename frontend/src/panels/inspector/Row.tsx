// One field: its name at the left, the control at the right, below it what is wrong. Its doc shows on hover and on F1,
// and is read out with the control.

import { Fragment, type ReactNode, useId } from 'react'
import type { Problem } from '../../contract'
import { IconButton } from '../../ui/controls'
import { Icon } from '../../ui/glyphs'
import s from './inspector.module.css'
import { ProblemNote } from './Problems'
import { Tip, useTip } from './Tip'

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

export function Row({ label, mono, doc, hint, error, problems, onReset, resetTo, wide, below, children }: RowProps) {
  const id = useId()
  const tip = useTip()
  const said = [doc && `${id}-doc`, error && `${id}-error`, problems?.length && `${id}-problems`].filter(Boolean)
  const isWrong = Boolean(error) || (problems ?? []).some((problem) => problem.severity === 'error')
  return (
    <div
      className={s.row}
      data-wide={wide || undefined}
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
        {onReset && (
          <IconButton
            small
            className={s.reset ?? ''}
            label={`Reset ${label}${resetTo ? ` to Keras’ default: ${resetTo}` : ' to its default'}`}
            onClick={onReset}
          >
            <Icon name="reset" size={12} />
          </IconButton>
        )}
      </div>
      <div className={s.rowControl}>
        {children({ id, 'aria-describedby': said.length ? said.join(' ') : undefined, 'aria-invalid': isWrong })}
      </div>
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
        <span hidden id={`${id}-doc`}>
          {doc}
        </span>
      )}
      {doc && tip.at && <Tip at={tip.at} title={label} text={doc} />}
    </div>
  )
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
