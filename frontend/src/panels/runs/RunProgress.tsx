// Where the run on the bench is: epoch, step, a bar for the epoch and one for the run, the time left.

import { progress } from '../../run/progress'
import { ended, type RunView } from '../../run/view'
import { Progress } from '../../ui/controls'
import { clock } from '../../ui/format'
import { useLabState, useWatched } from '../LabProvider'
import s from '../dock.module.css'
import { useNow } from '../useNow'
import { outcome, StatePill } from './StatePill'

export function RunProgress() {
  const view = useWatched()
  const { stopping } = useLabState()
  const clockNow = useNow(500, view?.state === 'running')
  if (!view || view.seq === 0) return null
  const now = progress(view, Math.max(clockNow, view.at))
  return (
    <div className={s.progress}>
      <span className="visually-hidden" aria-live="polite">
        {ended(view) ? outcome(view) : view.state === 'queued' ? 'The run waits for its turn.' : 'Training.'}
      </span>
      {ended(view) || !now ? (
        <>
          <StatePill state={view.state} reason={view.reason} />
          <span aria-hidden="true">{doing(view)}</span>
        </>
      ) : (
        <>
          <span>
            Epoch {now.epoch} of {now.epochs} · step {now.step} of {now.steps}
          </span>
          <span className={s.bars}>
            <Progress share={now.run_part} label={`Run: epoch ${now.epoch} of ${now.epochs}`} />
            <Progress share={now.epoch_part} label={`Epoch ${now.epoch}: step ${now.step} of ${now.steps}`} />
          </span>
          <span className={s.left}>
            {stopping.includes(view.run) ? 'stopping…' : now.left === null ? '' : `${clock(now.left)} left`}
          </span>
        </>
      )}
    </div>
  )
}

function doing(view: RunView): string {
  if (ended(view)) return outcome(view)
  if (view.state === 'queued') return view.requeued.at(-1) ?? 'waits for its turn'
  return view.data ? 'building the model' : 'preparing the data'
}
