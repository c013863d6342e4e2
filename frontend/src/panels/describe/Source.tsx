// Says whose summary or plot is shown, offers the other, and stands in when there is none.

import { Button } from '../../ui/controls'
import s from '../dock.module.css'
import { useLabState, useWatched } from '../LabProvider'
import type { Description } from './useDescribed'

export function Source({ description }: { description: Description }) {
  const { runs, watched } = useLabState()
  const built = useWatched()?.model
  const number = runs.find((run) => run.id === watched?.run)?.number
  const drawing = description.stale ? 'of the drawing before it had problems' : 'of the drawing as it is now'
  if (!built) return <span>{description.asking ? `${drawing}, asking…` : drawing}</span>
  return (
    <span>
      {description.of === 'run' ? `of run ${number ?? ''}` : drawing}{' '}
      <Button kind="link" onClick={description.change}>
        {description.of === 'run' ? 'Show the drawing' : `Show run ${number ?? ''}`}
      </Button>
    </span>
  )
}

export function Undescribed({ description }: { description: Description }) {
  const problem = description.problems[0]
  if (problem)
    return (
      <p className={s.empty} role="alert">
        {problem.message}
      </p>
    )
  return (
    <p className={s.empty} aria-live="polite">
      {description.asking
        ? 'Asking Keras…'
        : description.waiting
          ? 'The engine is starting; this follows in a moment.'
          : 'Nothing to describe yet: connect an Input to an Output, and mend what is marked red.'}
    </p>
  )
}
