// A run's state as a word in its tone.

import type { State } from '../../contract'
import type { RunView } from '../../run/view'
import { duration } from '../../run/words'
import { Pill, type Tone } from '../../ui/controls'

const TONES: Record<State, Tone> = {
  queued: 'plain',
  running: 'accent',
  succeeded: 'ok',
  failed: 'bad',
  stopped: 'warn',
}
const WORDS: Record<State, string> = {
  queued: 'queued',
  running: 'training',
  succeeded: 'done',
  failed: 'failed',
  stopped: 'stopped',
}

export function StatePill({ state, reason }: { state: State; reason?: string }) {
  return (
    <span title={reason || undefined}>
      <Pill tone={TONES[state]}>{WORDS[state]}</Pill>
    </span>
  )
}

/** What became of a run that has ended: "12 epochs in 14 s". */
export function outcome(view: RunView): string {
  const epochs = view.epochs.length
  const took = view.seconds === null ? '' : ` in ${duration(view.seconds)}`
  if (view.state === 'failed') return view.problems.at(-1)?.title ?? view.reason
  return `${epochs} ${epochs === 1 ? 'epoch' : 'epochs'}${took}`
}
