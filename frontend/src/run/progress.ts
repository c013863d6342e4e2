// RunView and the time → how far the run is and how long it still takes. Says null where it cannot know.

import { ended, type RunView } from './view'

export interface Progress {
  readonly epoch: number
  readonly epochs: number
  readonly step: number
  readonly steps: number
  /** 0…1 of this epoch's batches. */
  readonly epoch_part: number
  /** 0…1 of the whole run. */
  readonly run_part: number
  /** Seconds; null before there is anything to measure, or when the run has ended. */
  readonly left: number | null
}

/** Epochs whose duration counts: the newest, so that a machine that got slower is noticed. */
const RECENT = 3

export function progress(view: RunView, now: number): Progress | null {
  const { started, model } = view
  if (!started || !model) return null
  const steps = Math.max(1, model.steps_per_epoch)
  const done = view.epochs.length
  const training = view.epoch > done
  const epoch_part = training ? Math.min(1, view.step / steps) : done > 0 ? 1 : 0
  const run_part = view.state === 'succeeded' ? 1 : Math.min(1, (done + (training ? epoch_part : 0)) / started.epochs)
  return {
    epoch: Math.max(1, view.epoch),
    epochs: started.epochs,
    step: Math.min(view.step, steps),
    steps,
    epoch_part,
    run_part,
    left: ended(view) ? null : secondsLeft(view, now, steps),
  }
}

function secondsLeft(view: RunView, now: number, steps: number): number | null {
  const { started, epochs } = view
  if (!started || view.state !== 'running') return null
  // The first epoch also compiles: it says little about the others.
  const recent = epochs.slice(1).slice(-RECENT)
  if (recent.length > 0) {
    const each = recent.reduce((sum, row) => sum + row.seconds, 0) / recent.length
    const into = Math.min(each, Math.max(0, now - (epochs.at(-1)?.at ?? now)))
    return Math.max(0, (started.epochs - epochs.length) * each - into)
  }
  if (!view.samples_per_second || view.batches === 0) return null
  const remaining = steps * started.epochs - view.batches
  const since = Math.max(0, now - view.at)
  return Math.max(0, (remaining * started.batch_size) / view.samples_per_second - since)
}
