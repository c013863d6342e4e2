// RunView → what a teacher would see in the curves. Reads epochs only; the words are messages.

import type { Epoch, RunView } from './view'

export interface Verdict {
  readonly gap: 'small' | 'growing' | 'large'
  readonly tone: 'ok' | 'warn' | 'bad'
}

/** Validation loss this much above training loss counts as apart. */
const APART = 1.25
const FAR = 2
/** Epochs over which a gap is seen to grow. */
const WINDOW = 3

/** How far validation stands from training; null without a validation part. */
export function gap(view: RunView): Verdict | null {
  const pairs = view.epochs.flatMap((row) => pairOf(row) ?? [])
  const now = pairs.at(-1)
  if (!now) return null
  const before = pairs.at(-1 - WINDOW)
  const apart = now.validation > now.train * APART && now.validation - now.train > 0.02 * Math.abs(now.validation)
  if (before && apart && now.validation > before.validation && now.train < before.train)
    return { gap: 'growing', tone: 'bad' }
  if (now.validation > now.train * FAR && now.train >= 0)
    return { gap: 'large', tone: 'warn' }
  return { gap: 'small', tone: 'ok' }
}

/** The epoch with the lowest loss so far: validation's, where there is one. Null before the first. */
export function bestEpoch(
  view: RunView,
): { readonly epoch: number; readonly name: string; readonly value: number } | null {
  const name = view.epochs.some((row) => 'val_loss' in row.metrics) ? 'val_loss' : 'loss'
  let best: { epoch: number; name: string; value: number } | null = null
  for (const { epoch, metrics } of view.epochs) {
    const value = metrics[name]
    if (typeof value === 'number' && (best === null || value < best.value)) best = { epoch, name, value }
  }
  return best
}

function pairOf(row: Epoch): { train: number; validation: number } | null {
  const { loss, val_loss } = row.metrics
  return typeof loss === 'number' && typeof val_loss === 'number' ? { train: loss, validation: val_loss } : null
}
