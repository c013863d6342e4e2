// RunView and a metric → the four lines of its chart, thinned to the pixels. Pure; knows no canvas.

import { decimate } from '../../run/decimate'
import { points, type Series } from '../../run/series'
import { smooth } from '../../run/smooth'
import type { RunView } from '../../run/view'

export interface Window {
  readonly from: number
  readonly to: number
}

/** x in batches since the run began, from 1; y undefined where that line has no point, null where there is a gap. */
export interface Lines {
  readonly batches: readonly [x: number[], raw: (number | null)[]]
  readonly smoothed: readonly [x: number[], y: (number | null)[]]
  readonly epochs: readonly [x: number[], train: (number | null)[], validation: (number | null)[]]
}

export interface Look {
  /** Weight of the moving average, 0…0.99. */
  readonly smoothing: number
  readonly log_x: boolean
  readonly log_y: boolean
}

const NONE: [number[], (number | null)[]] = [[], []]

export function linesOf(view: RunView, name: string, look: Look, window: Window, pixels: number): Lines {
  const series = view.series[name]
  const drawable = (y: number | null | undefined) =>
    y === null || y === undefined || !Number.isFinite(y) || (look.log_y && y <= 0) ? null : y
  const thin = (low: Float64Array, high: Float64Array, x: (index: number) => number): [number[], (number | null)[]] => {
    const line = decimate(x, { low, high }, window.from, window.to, pixels)
    return [line.x, line.y.map(drawable)]
  }
  let batches = NONE
  let smoothed = NONE
  if (series) {
    const x = positionsOf(series)
    const { mean, low, high } = points(series)
    const average = smooth(mean, look.smoothing)
    batches = thin(low, high, x)
    smoothed = thin(average, average, x)
  }
  const rows = view.epochs.filter((row) => name in row.metrics || `val_${name}` in row.metrics)
  return {
    batches,
    smoothed,
    epochs: [
      rows.map((row) => row.batches),
      rows.map((row) => drawable(row.metrics[name])),
      rows.map((row) => drawable(row.metrics[`val_${name}`])),
    ],
  }
}

/** Point index → batch, from 1; a merged point stands in the middle of its batches. */
function positionsOf(series: Series): (index: number) => number {
  return (index) => index * series.stride + (series.stride + 1) / 2
}

/** The whole run once it has ended; before that, room to grow that doubles, so that the axis seldom moves. */
export function wholeWindow(view: RunView, running: boolean): Window {
  const steps = view.model?.steps_per_epoch ?? 1
  const total = steps * (view.started?.epochs ?? 1)
  if (!running) return { from: 0, to: Math.max(1, view.batches || total) }
  let to = steps
  while (to < view.batches * 1.1) to *= 2
  return { from: 0, to: Math.max(1, Math.min(to, total)) }
}

/** Values at a batch: what the card beside the pointer says. Undefined where there is none yet, null where it was not finite. */
export function readingAt(view: RunView, name: string, batch: number) {
  const steps = view.model?.steps_per_epoch ?? 1
  const at = Math.min(view.batches, Math.max(1, Math.round(batch)))
  const series = view.series[name]
  const index = series ? Math.min(series.length - 1, Math.floor((at - 1) / series.stride)) : -1
  const value = series && index >= 0 ? series.store.mean[index] : undefined
  const row = view.epochs.find((one) => one.batches >= at)
  return {
    epoch: Math.floor((at - 1) / steps) + 1,
    step: ((at - 1) % steps) + 1,
    index,
    batch: value !== undefined && Number.isNaN(value) ? null : value,
    train: row?.metrics[name],
    validation: row?.metrics[`val_${name}`],
  }
}
