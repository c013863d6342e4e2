// Where the run on the bench is: epoch, step, a bar for the epoch and one for the run, the time left.

import type { State } from '../../contract'
import { progress } from '../../run/progress'
import { stage } from '../../run/stage'
import { ended, type RunView } from '../../run/view'
import { Progress } from '../../ui/controls'
import { clock } from '../../ui/format'
import { isActive, isPausing } from '../lab'
import { useLabState, useWatched } from '../LabProvider'
import s from '../dock.module.css'
import { useNow } from '../useNow'
import { t } from '../../words/words'
import { PauseButton } from './PauseButton'
import { outcome, StatePill } from './StatePill'
import { reasonOf } from '../../words/said'

export function RunProgress() {
  const view = useWatched()
  const { runs, stopping } = useLabState()
  const clockNow = useNow(500, view?.state === 'running')
  const run = runs.find(({ id }) => id === view?.run)
  const begun = view?.seq || (run && isActive(run))
  if (!view || !begun) return null
  const now = progress(view, Math.max(clockNow, view.at))
  return (
    <div className={s.progress}>
      <span className="visually-hidden" aria-live="polite">
        {ended(view) ? outcome(view) : t(WAITING[view.state] ?? 'runs-trains')}
      </span>
      {ended(view) || !now || view.state === 'paused' ? (
        <>
          <StatePill state={view.state} reason={reasonOf(view)} />
          <span aria-hidden="true">{said(view)}</span>
        </>
      ) : (
        <>
          <span>
            {t('runs-progress', { epoch: now.epoch, epochs: now.epochs, step: now.step, steps: now.steps })}
          </span>
          <span className={s.bars}>
            <Progress share={now.run_part} label={t('runs-progress-run', { epoch: now.epoch, epochs: now.epochs })} />
            <Progress share={now.epoch_part} label={t('runs-progress-epoch', { epoch: now.epoch, step: now.step, steps: now.steps })} />
          </span>
          <span className={s.left}>
            {stopping.includes(view.run) ? t('runs-is-stopping') : run && isPausing(run) ? t('runs-is-pausing') : now.left === null ? '' : t('runs-left', { time: clock(now.left) })}
          </span>
        </>
      )}
      {run && <PauseButton run={run} />}
    </div>
  )
}

const WAITING: Partial<Record<State, string>> = { queued: 'runs-waits', paused: 'runs-is-paused' }

function said(view: RunView): string {
  if (ended(view)) return outcome(view)
  return view.state === 'paused' ? reasonOf(view) : `${stage(view)}…`
}
