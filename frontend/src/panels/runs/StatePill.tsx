// A run's state as a word in its tone.

import type { State } from '../../contract'
import type { RunView } from '../../run/view'
import { duration } from '../../run/words'
import { Pill, type Tone } from '../../ui/controls'
import { reasonOf } from '../../words/said'
import { t } from '../../words/words'

const TONES: Record<State, Tone> = {
  queued: 'plain',
  running: 'accent',
  paused: 'plain',
  succeeded: 'ok',
  failed: 'bad',
  stopped: 'warn',
}

export function StatePill({ state, reason }: { state: State; reason?: string }) {
  return (
    <span title={reason || undefined}>
      <Pill tone={TONES[state]}>{t(`runs-state-${state}`)}</Pill>
    </span>
  )
}

/** What became of a run that has ended: "12 epochs in 14 s". */
export function outcome(view: RunView): string {
  if (view.state === 'failed') return view.problems.at(-1)?.title ?? reasonOf(view)
  const n = view.epochs.length
  return view.seconds === null ? t('runs-epochs', { n }) : t('runs-epochs-in', { n, time: duration(view.seconds) })
}
