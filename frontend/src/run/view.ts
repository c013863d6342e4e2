// What a page knows of one run: the value that events are folded into. Plain data; draws nothing, asks nobody.

import {
  type CheckpointSaved,
  type DataPrepared,
  ENDED,
  type EpochEnded,
  type LayerLearned,
  type ModelBuilt,
  type PhaseBegan,
  type Phrase,
  type Problem,
  type RunStarted,
  type State,
} from '../contract'
import type { Series } from './series'

/** An epoch's row, and where it ended, in batches since the run began. */
export interface Epoch extends Omit<EpochEnded, 'type'> {
  readonly batches: number
}

/** Why something happened: in English, and what that is made of, where the event says so. */
export interface Reason {
  readonly reason: string
  readonly words: Phrase | null
}

export interface RunView extends Reason {
  readonly run: string
  /** Number of the last event folded in. */
  readonly seq: number
  readonly state: State
  readonly queued_at: number | null
  readonly ended_at: number | null
  /** Seconds since 1970 of the newest event. */
  readonly at: number
  readonly started: RunStarted | null
  readonly data: DataPrepared | null
  /** Layers that have learned from the training part, in that order. */
  readonly learned: readonly LayerLearned[]
  readonly model: ModelBuilt | null
  /** The second phase, once it has begun. */
  readonly phase: PhaseBegan | null
  /** Epoch being trained, from 1; 0 before the first batch. */
  readonly epoch: number
  /** Batches done in that epoch. */
  readonly step: number
  /** When its first batches were reported. */
  readonly epoch_at: number
  /** Batches done since the run began. */
  readonly batches: number
  /** Raw value of every batch, by metric. */
  readonly series: Readonly<Record<string, Series>>
  readonly epochs: readonly Epoch[]
  readonly learning_rate: number | null
  readonly samples_per_second: number | null
  readonly rss_bytes: number | null
  readonly cpu_percent: number | null
  readonly best: CheckpointSaved | null
  readonly last: CheckpointSaved | null
  /** Where each metric first was not a finite number. */
  readonly not_finite: Readonly<Record<string, { readonly epoch: number; readonly step: number }>>
  readonly problems: readonly Problem[]
  readonly log: string
  readonly requeued: readonly Reason[]
  /** Where it last went on from a checkpoint: epochs done, and batches of the next one. */
  readonly resumed: { readonly epoch: number; readonly batch: number } | null
  readonly files: readonly string[]
  readonly seconds: number | null
}

export function emptyView(run: string): RunView {
  return {
    run,
    seq: 0,
    state: 'queued',
    queued_at: null,
    ended_at: null,
    at: 0,
    started: null,
    data: null,
    learned: [],
    model: null,
    phase: null,
    epoch: 0,
    step: 0,
    epoch_at: 0,
    batches: 0,
    series: {},
    epochs: [],
    learning_rate: null,
    samples_per_second: null,
    rss_bytes: null,
    cpu_percent: null,
    best: null,
    last: null,
    not_finite: {},
    problems: [],
    log: '',
    requeued: [],
    resumed: null,
    reason: '',
    words: null,
    files: [],
    seconds: null,
  }
}

export function ended(view: RunView): boolean {
  return ENDED.includes(view.state)
}

/** Names of everything measured, loss first, without the `val_` twins. */
export function metricsOf(view: RunView): string[] {
  const names = new Set(Object.keys(view.series))
  for (const epoch of view.epochs)
    for (const name of Object.keys(epoch.metrics)) if (!name.startsWith('val_')) names.add(name)
  return [...names].sort((a, b) => Number(b === 'loss') - Number(a === 'loss'))
}
