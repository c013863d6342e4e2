// What layers do, with a handful of numbers: the same arithmetic as Keras', small enough to be followed by eye.

export type Grid = readonly (readonly number[])[]

export function grid(rows: number, columns: number, value: (row: number, column: number) => number): number[][] {
  return Array.from({ length: rows }, (_, row) => Array.from({ length: columns }, (_, column) => value(row, column)))
}

export function replaced(cells: Grid, row: number, column: number, value: number): number[][] {
  return cells.map((line, r) => line.map((each, c) => (r === row && c === column ? value : each)))
}

const sum = (values: readonly number[]) => values.reduce((total, each) => total + each, 0)
const mean = (values: readonly number[]) => sum(values) / Math.max(1, values.length)

export interface Window {
  rows: number
  columns: number
  stride: number
  /** A frame of zeros keeps the size (divided by the stride). */
  same: boolean
}

/** How many places a window has along an axis, and where the first one begins. */
function places(size: number, span: number, { stride, same }: Window): { count: number; start: number } {
  if (!same) return { count: Math.max(0, Math.floor((size - span) / stride) + 1), start: 0 }
  const count = Math.ceil(size / stride)
  return { count, start: -Math.floor(Math.max(0, (count - 1) * stride + span - size) / 2) }
}

/** The cells under the window at a place of the result; null where it hangs over the edge. */
export function under(cells: Grid, window: Window, row: number, column: number): (number | null)[][] {
  const [down, across] = [places(cells.length, window.rows, window), places(cells[0]?.length ?? 0, window.columns, window)]
  return grid(window.rows, window.columns, () => 0).map((line, r) =>
    line.map((_, c) => cells[down.start + row * window.stride + r]?.[across.start + column * window.stride + c] ?? null),
  )
}

/** Rows and columns of the input that a place of the result is made of. */
export function reach(cells: Grid, window: Window, row: number, column: number): { row: number; column: number } {
  const [down, across] = [places(cells.length, window.rows, window), places(cells[0]?.length ?? 0, window.columns, window)]
  return { row: down.start + row * window.stride, column: across.start + column * window.stride }
}

function slid(cells: Grid, window: Window, value: (row: number, column: number) => number): number[][] {
  const down = places(cells.length, window.rows, window).count
  return grid(down, places(cells[0]?.length ?? 0, window.columns, window).count, value)
}

/** As Keras does it: the filter is laid on, not mirrored. */
export function convolved(cells: Grid, filter: Grid, stride = 1, same = false): number[][] {
  const window = { rows: filter.length, columns: filter[0]?.length ?? 0, stride, same }
  return slid(cells, window, (row, column) =>
    sum(under(cells, window, row, column).flatMap((line, r) => line.map((value, c) => (value ?? 0) * (filter[r]?.[c] ?? 0)))),
  )
}

/** What hangs over the edge does not count. */
export function pooled(cells: Grid, window: Window, kind: 'max' | 'average'): number[][] {
  return slid(cells, window, (row, column) => {
    const values = under(cells, window, row, column).flat().filter((value) => value !== null)
    return kind === 'max' ? Math.max(...values) : mean(values)
  })
}

export function softmax(values: readonly number[]): number[] {
  const most = Math.max(...values)
  const powers = values.map((value) => Math.exp(value - most))
  return powers.map((power) => power / sum(powers))
}

/** Mean 0 and spread 1. */
export function normalised(values: readonly number[], epsilon = 0.001): number[] {
  const middle = mean(values)
  const variance = mean(values.map((value) => (value - middle) ** 2))
  return values.map((value) => (value - middle) / Math.sqrt(variance + epsilon))
}

/** By columns (over the samples), by rows (over a sample), or by groups of columns within a row. */
export function normalisedGrid(cells: Grid, by: 'columns' | 'rows' | 'groups', groups = 2): number[][] {
  if (by === 'columns') return turned(turned(cells).map((column) => normalised(column)))
  if (by === 'rows') return cells.map((row) => normalised(row))
  return cells.map((row) => {
    const width = row.length / groups
    return Array.from({ length: groups }, (_, at) => normalised(row.slice(at * width, (at + 1) * width))).flat()
  })
}

export function turned(cells: Grid): number[][] {
  return grid(cells[0]?.length ?? 0, cells.length, (row, column) => cells[column]?.[row] ?? 0)
}

/** Dropped with the rate, the rest enlarged, so that the sum stays the same on average. */
export function dropped(values: readonly number[], draws: readonly number[], rate: number): number[] {
  return values.map((value, at) => ((draws[at] ?? 0) < rate ? 0 : value / (1 - rate)))
}

/** Attention of one question to keys: shares, and the mix of the values. */
export function attended(query: Point, keys: readonly Point[], values: readonly number[], scale: number): { shares: number[]; mix: number } {
  const shares = softmax(keys.map((key) => (query.x * key.x + query.y * key.y) * scale))
  return { shares, mix: sum(shares.map((share, at) => share * (values[at] ?? 0))) }
}

export interface Point {
  x: number
  y: number
}

/** One state after each input. */
export function simple(inputs: readonly number[], weight: number, memory: number): number[] {
  let state = 0
  return inputs.map((input) => (state = Math.tanh(weight * input + memory * state)))
}

/** A GRU of one unit whose update gate is held at `keep`. */
export function gated(inputs: readonly number[], keep: number): number[] {
  let state = 0
  return inputs.map((input) => (state = keep * state + (1 - keep) * Math.tanh(2 * input)))
}

/** An LSTM of one unit whose gates are held: the memory cell after each input. */
export function remembered(inputs: readonly number[], forget: number, write: number): number[] {
  let cell = 0
  return inputs.map((input) => (cell = forget * cell + write * Math.tanh(2 * input)))
}

/** Each pixel becomes a block. */
export function enlarged(cells: Grid, rows: number, columns: number): number[][] {
  const width = cells[0]?.length ?? 0
  return grid(cells.length * rows, width * columns, (r, c) => cells[Math.floor(r / rows)]?.[Math.floor(c / columns)] ?? 0)
}

export function framed(cells: Grid, top: number, bottom: number, left: number, right: number): number[][] {
  const [rows, columns] = [cells.length + top + bottom, (cells[0]?.length ?? 0) + left + right]
  return grid(rows, columns, (r, c) => cells[r - top]?.[c - left] ?? 0)
}

/** A transposed convolution without a frame: each pixel paints the filter, overlaps add up. */
export function painted(cells: Grid, filter: Grid, stride: number): number[][] {
  const [tall, wide] = [filter.length, filter[0]?.length ?? 0]
  const size = (count: number, span: number) => count * stride + Math.max(span - stride, 0)
  const result = grid(size(cells.length, tall), size(cells[0]?.length ?? 0, wide), () => 0)
  cells.forEach((line, r) =>
    line.forEach((value, c) =>
      filter.forEach((weights, a) =>
        weights.forEach((weight, b) => {
          const row = result[r * stride + a]
          if (row) row[c * stride + b] = (row[c * stride + b] ?? 0) + value * weight
        }),
      ),
    ),
  )
  return result
}

export function reduced(values: readonly number[], kind: 'max' | 'average'): number {
  return kind === 'max' ? Math.max(...values) : mean(values)
}

/** By the toss of a coin each: the same picture, mirrored. */
export function flipped(cells: Grid, across: boolean, down: boolean): number[][] {
  const rows = down ? cells.toReversed() : cells
  return rows.map((row) => [...(across ? row.toReversed() : row)])
}
