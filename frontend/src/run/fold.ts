// RunView × RunEvent → RunView. Pure: no clock, no socket, no React.
//
// The catch-up law: folding some events, and later the rest, gives what folding all of them gives. That is why a page
// that reloads in the middle of a run shows the same picture as one that watched from the start.

import type { BatchesEnded, EpochEnded, RunEvent, RunResumed, StoredEvent } from '../contract'
import { spoken } from '../words/said'
import { append, batchesOf, EMPTY, type Series, truncate } from './series'
import { emptyView, type RunView } from './view'

/** As much of the log as a page keeps: the newest part. */
export const LOG_LIMIT = 200_000

/** Events in order of `seq`; one that is already in the view changes nothing. */
export function foldAll(view: RunView, events: readonly StoredEvent[]): RunView {
  return events.reduce(fold, view)
}

export function replay(run: string, events: readonly StoredEvent[]): RunView {
  return foldAll(emptyView(run), events)
}

export function fold(view: RunView, stored: StoredEvent): RunView {
  if (stored.run !== view.run || stored.seq <= view.seq) return view
  return { ...take(view, stored.event), seq: stored.seq, at: stored.event.at }
}

function take(view: RunView, event: RunEvent): RunView {
  switch (event.type) {
    case 'run_queued':
      return { ...view, state: 'queued', queued_at: event.at }
    case 'run_started':
      return { ...view, state: 'running', started: event }
    case 'data_prepared':
      return { ...view, data: event }
    case 'layer_learned':
      return { ...view, learned: [...view.learned.filter((one) => one.done < event.done), event] }
    case 'model_built':
      return { ...view, model: event }
    case 'phase_began':
      return { ...view, phase: event }
    case 'run_resumed':
      return takeUp(view, event)
    case 'batches_ended':
      return takeBatches(view, event)
    case 'epoch_ended':
      return takeEpoch(view, event)
    case 'checkpoint_saved':
      return event.kind === 'best' ? { ...view, best: event } : { ...view, last: event }
    case 'resources_sampled':
      return { ...view, rss_bytes: event.rss_bytes, cpu_percent: event.cpu_percent }
    case 'log_written':
      return { ...view, log: (view.log + event.text).slice(-LOG_LIMIT) }
    case 'problem_raised':
      return { ...view, problems: [...view.problems, spoken(event.problem)] }
    case 'run_requeued':
      return { ...view, state: 'queued', requeued: [...view.requeued, { reason: event.reason, words: event.words ?? null }] }
    case 'run_paused':
      return { ...view, state: 'paused', reason: event.reason, words: event.words ?? null }
    case 'run_ended':
      return {
        ...view,
        state: event.state,
        reason: event.reason,
        words: event.words ?? null,
        files: event.files,
        seconds: event.seconds,
        ended_at: event.at,
      }
    default:
      return never(event)
  }
}

function takeBatches(view: RunView, event: BatchesEnded): RunView {
  const before = startOf(view, event.epoch) + event.step
  const rewound = rewind(view, before, event.epoch)
  const series = { ...rewound.series }
  const not_finite = { ...rewound.not_finite }
  let length = 0
  for (const [name, values] of Object.entries(event.columns)) {
    length = Math.max(length, values.length)
    series[name] = append(padded(series[name] ?? EMPTY, before), values)
    const bad = values.findIndex((value) => value === null)
    if (bad >= 0 && !(name in not_finite)) not_finite[name] = { epoch: event.epoch, step: event.step + bad }
  }
  return {
    ...rewound,
    series,
    not_finite,
    epoch: event.epoch,
    step: event.step + length,
    epoch_at: rewound.epoch === event.epoch ? rewound.epoch_at : event.at,
    batches: before + length,
    learning_rate: event.learning_rate,
    samples_per_second: event.samples_per_second,
  }
}

function takeEpoch(view: RunView, event: EpochEnded): RunView {
  const { at, epoch, metrics, learning_rate, seconds } = event
  const row = { at, epoch, metrics, learning_rate, seconds, batches: view.batches }
  const not_finite = { ...view.not_finite }
  for (const [name, value] of Object.entries(metrics))
    if (value === null && !(name in not_finite)) not_finite[name] = { epoch, step: view.step }
  const earlier = view.epochs.filter((other) => other.epoch < epoch)
  return { ...view, epoch, epochs: [...earlier, row], not_finite, learning_rate }
}

/** What was said past the checkpoint comes again. */
function takeUp(view: RunView, event: RunResumed): RunView {
  const { epoch, batch, step } = event
  const rewound = rewind(view, step, epoch + 1)
  const phase = view.phase && view.phase.epoch <= epoch ? view.phase : null
  return { ...rewound, phase, epoch: epoch + 1, step: batch, batches: step, epoch_at: event.at, resumed: { epoch, batch } }
}

/** Batches before an epoch's first. */
function startOf(view: RunView, epoch: number): number {
  if (view.model) return (epoch - 1) * view.model.steps_per_epoch
  return epoch === view.epoch ? view.batches - view.step : view.batches
}

/** A batch that comes again (its worker was lost, another went on) replaces what came before. */
function rewind(view: RunView, batches: number, epoch: number): RunView {
  if (batches >= view.batches) return view
  const series = Object.fromEntries(Object.entries(view.series).map(([name, one]) => [name, truncate(one, batches)]))
  const epochs = view.epochs.filter((row) => row.epoch < epoch)
  const not_finite = Object.fromEntries(Object.entries(view.not_finite).filter(([, where]) => where.epoch < epoch))
  return { ...view, series, epochs, not_finite, epoch: 0 }
}

function padded(series: Series, batches: number): Series {
  const missing = batches - batchesOf(series)
  return missing > 0 ? append(series, new Array<null>(missing).fill(null)) : series
}

function never(event: never): never {
  throw new Error(`RunEvent without a case: ${JSON.stringify(event)}`)
}
