// Many points → at most the lowest and the highest of each pixel column, so that no spike is lost however long the run.

export interface Polyline {
  x: number[]
  y: (number | null)[]
}

export interface Band {
  readonly low: Float64Array
  readonly high: Float64Array
}

/** Points whose x lies in [from, to], and one beyond each end. x must rise with the index. NaN becomes null, a gap. */
export function decimate(
  x: (index: number) => number,
  band: Band,
  from: number,
  to: number,
  columns: number,
): Polyline {
  const { low, high } = band
  const out: Polyline = { x: [], y: [] }
  const width = Math.max((to - from) / Math.max(1, columns), Number.MIN_VALUE)
  let i = Math.max(0, firstAtLeast(x, low.length, from) - 1)
  while (i < low.length) {
    const end = from + (Math.floor((x(i) - from) / width) + 1) * width
    const first = i
    let lowest = -1
    let highest = -1
    let gap = -1
    for (; i < low.length && (i === first || x(i) < end); i += 1) {
      const bottom = low[i]!
      if (Number.isNaN(bottom)) {
        gap = i
        continue
      }
      if (lowest < 0 || bottom < low[lowest]!) lowest = i
      if (highest < 0 || high[i]! > high[highest]!) highest = i
    }
    const ends: [number, number][] = []
    if (lowest >= 0) ends.push([lowest, low[lowest]!], [highest, high[highest]!])
    if (highest < lowest) ends.reverse()
    for (const [at, value] of ends) push(out, x(at), value)
    if (gap >= 0) push(out, x(gap), null)
    if (x(i - 1) > to) break
  }
  return out
}

/** Keeps x from falling (a gap inside a column) and drops a point that says nothing new. */
function push(line: Polyline, x: number, y: number | null): void {
  const end = line.x.length - 1
  const at = end < 0 ? x : Math.max(x, line.x[end]!)
  if (end >= 0 && line.x[end] === at && line.y[end] === y) return
  line.x.push(at)
  line.y.push(y)
}

function firstAtLeast(x: (index: number) => number, length: number, from: number): number {
  let low = 0
  let high = length
  while (low < high) {
    const middle = (low + high) >> 1
    if (x(middle) < from) low = middle + 1
    else high = middle
  }
  return low
}
