// RunView → the curves as rows: for reading as a table and for saving as CSV.

import { points } from './series'
import { metricsOf, type RunView } from './view'

export interface Table {
  readonly columns: readonly string[]
  readonly rows: readonly (readonly (number | null)[])[]
}

/** One row per epoch: every metric with its validation twin beside it. */
export function epochTable(view: RunView): Table {
  const present = new Set(view.epochs.flatMap((row) => Object.keys(row.metrics)))
  const names = metricsOf(view).flatMap((name) => [name, `val_${name}`].filter((one) => present.has(one)))
  return {
    columns: ['epoch', ...names, 'learning_rate', 'seconds'],
    rows: view.epochs.map((row) => [
      row.epoch,
      ...names.map((name) => row.metrics[name] ?? null),
      row.learning_rate,
      row.seconds,
    ]),
  }
}

/** One row per batch, or per merged batches in a very long run. */
export function batchTable(view: RunView): Table {
  const names = metricsOf(view).filter((name) => name in view.series)
  const drawn = names.map((name) => points(view.series[name]!).mean)
  const stride = names[0] === undefined ? 1 : view.series[names[0]]!.stride
  const length = Math.max(0, ...drawn.map((values) => values.length))
  const rows = Array.from({ length }, (_, i) => [
    i * stride + 1,
    ...drawn.map((values) => (i >= values.length || Number.isNaN(values[i]) ? null : values[i]!)),
  ])
  return { columns: ['batch', ...names], rows }
}

export function csv(table: Table): string {
  const cell = (value: string | number | null) => (value === null ? '' : quoted(String(value)))
  return [table.columns, ...table.rows].map((row) => row.map(cell).join(',')).join('\r\n') + '\r\n'
}

/** Quotes where CSV asks for it, and takes the power from text a spreadsheet would run. */
function quoted(text: string): string {
  const tame = /^[=+@\t\r]|^-(?![\d.])/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(tame) ? `"${tame.replaceAll('"', '""')}"` : tame
}
