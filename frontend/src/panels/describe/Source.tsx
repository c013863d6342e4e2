// Says whose summary or plot is shown, offers the other, and stands in when there is none.

import { Button } from '../../ui/controls'
import s from '../dock.module.css'
import { useLabState, useWatched } from '../LabProvider'
import { t } from '../../words/words'
import type { Description } from './useDescribed'

export function Source({ description }: { description: Description }) {
  const { runs, watched } = useLabState()
  const built = useWatched()?.model
  const number = runs.find((run) => run.id === watched?.run)?.number
  const drawing = t(description.stale ? 'describe-of-drawing-before' : 'describe-of-drawing')
  if (!built) return <span>{description.asking ? t('describe-asking-for', { what: drawing }) : drawing}</span>
  return (
    <span>
      {description.of === 'run' ? t('describe-of-run', { number: String(number ?? '') }) : drawing}{' '}
      <Button kind="link" onClick={description.change}>
        {description.of === 'run' ? t('describe-show-drawing') : t('describe-show-run', { number: String(number ?? '') })}
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
      {t(description.asking ? 'describe-asking' : description.waiting ? 'describe-waiting' : 'describe-nothing')}
    </p>
  )
}
