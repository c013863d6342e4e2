// One number per batch → a bounded typed array that grows by appending.
//
// Values are persistent: an earlier Series stays what it was when a later one is made from it, although both share
// memory. Past CAPACITY points neighbours are merged (mean, lowest, highest), so an endless run stays in bounded memory
// and what is kept depends on the batches alone, never on how they were cut into events.

export const CAPACITY = 1 << 16

interface Store {
  readonly mean: Float64Array
  readonly low: Float64Array
  readonly high: Float64Array
  /** Points written by any Series on this store: whoever ends here may append in place, everyone else copies. */
  written: number
}

export interface Series {
  readonly store: Store
  /** Whole points. */
  readonly length: number
  /** Batches behind one point. */
  readonly stride: number
  /** Values of the point that is not whole yet. */
  readonly pending: readonly number[]
  /** Values that were not finite; they are gaps. */
  readonly gaps: number
}

function allocate(capacity: number): Store {
  return {
    mean: new Float64Array(capacity),
    low: new Float64Array(capacity),
    high: new Float64Array(capacity),
    written: 0,
  }
}

export const EMPTY: Series = { store: allocate(0), length: 0, stride: 1, pending: [], gaps: 0 }

/** Batches seen, gaps included. */
export function batchesOf(series: Series): number {
  return series.length * series.stride + series.pending.length
}

export function append(series: Series, values: readonly (number | null)[]): Series {
  const room = Math.floor((series.pending.length + values.length) / series.stride)
  const store = roomFor(series, Math.min(series.length + room, CAPACITY))
  const draft = { store, length: series.length, stride: series.stride, pending: [...series.pending], gaps: series.gaps }
  for (const value of values) {
    const finite = value !== null && Number.isFinite(value)
    if (!finite) draft.gaps += 1
    draft.pending.push(finite ? value : NaN)
    if (draft.pending.length < draft.stride) continue
    if (draft.length === CAPACITY) {
      Object.assign(draft, halve(draft))
      if (draft.pending.length < draft.stride) continue
    }
    write(draft.store, draft.length, draft.pending)
    draft.length += 1
    draft.store.written = draft.length
    draft.pending = []
  }
  return draft
}

/** The series as it was after `batches` batches; whole points only once neighbours have been merged. */
export function truncate(series: Series, batches: number): Series {
  if (batches >= batchesOf(series)) return series
  const length = Math.min(series.length, Math.floor(batches / series.stride))
  const kept = batches - length * series.stride
  const again =
    length === series.length
      ? series.pending.slice(0, kept)
      : new Array<number>(kept).fill(series.store.mean[length] ?? NaN)
  return { ...series, length, pending: again }
}

/** The points, the unfinished one included, as they are drawn. `x` of point i is i · stride + stride / 2, in batches. */
export function points(series: Series): { mean: Float64Array; low: Float64Array; high: Float64Array } {
  const { store, length, pending } = series
  if (pending.length === 0)
    return {
      mean: store.mean.subarray(0, length),
      low: store.low.subarray(0, length),
      high: store.high.subarray(0, length),
    }
  const whole = copy(store, length, length + 1)
  write(whole, length, pending)
  return whole
}

function roomFor(series: Series, wanted: number): Store {
  const { store, length } = series
  if (store.written === length && wanted <= store.mean.length) return store
  return copy(store, length, Math.min(CAPACITY, Math.max(256, wanted, 2 * length)))
}

function copy(store: Store, length: number, capacity: number): Store {
  const next = allocate(capacity)
  next.mean.set(store.mean.subarray(0, length))
  next.low.set(store.low.subarray(0, length))
  next.high.set(store.high.subarray(0, length))
  next.written = length
  return next
}

function write(store: Store, at: number, values: readonly number[]): void {
  let sum = 0
  let finite = 0
  let low = Infinity
  let high = -Infinity
  for (const value of values) {
    if (Number.isNaN(value)) continue
    sum += value
    finite += 1
    if (value < low) low = value
    if (value > high) high = value
  }
  store.mean[at] = finite ? sum / finite : NaN
  store.low[at] = finite ? low : NaN
  store.high[at] = finite ? high : NaN
}

function halve(series: { store: Store; length: number; stride: number }): {
  store: Store
  length: number
  stride: number
} {
  const half = series.length / 2
  const { mean, low, high } = series.store
  const next = allocate(CAPACITY)
  for (let i = 0; i < half; i += 1) {
    const a = 2 * i
    const b = a + 1
    next.mean[i] = both(mean[a]!, mean[b]!, (p, q) => (p + q) / 2)
    next.low[i] = both(low[a]!, low[b]!, Math.min)
    next.high[i] = both(high[a]!, high[b]!, Math.max)
  }
  next.written = half
  return { store: next, length: half, stride: series.stride * 2 }
}

function both(a: number, b: number, join: (a: number, b: number) => number): number {
  if (Number.isNaN(a)) return b
  return Number.isNaN(b) ? a : join(a, b)
}
