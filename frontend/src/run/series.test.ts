import { describe, expect, test } from 'vitest'

import { append, batchesOf, CAPACITY, EMPTY, points, truncate } from './series'

const upTo = (n: number) => Array.from({ length: n }, (_, i) => i)

describe('a series', () => {
  test('keeps what was appended, in order', () => {
    const series = append(append(EMPTY, [3, 1]), [2])
    expect([...points(series).mean]).toEqual([3, 1, 2])
  })

  test('does not change an earlier one when two are grown from it', () => {
    const earlier = append(EMPTY, [1, 2])
    const left = append(earlier, [3])
    const right = append(earlier, [4])
    expect([...points(earlier).mean]).toEqual([1, 2])
    expect([...points(left).mean]).toEqual([1, 2, 3])
    expect([...points(right).mean]).toEqual([1, 2, 4])
  })

  test('shows a value that is not finite as a gap and counts it', () => {
    const series = append(EMPTY, [1, null, 3])
    expect([...points(series).mean]).toEqual([1, NaN, 3])
    expect(series.gaps).toBe(1)
  })

  test('stays bounded, and keeps the extremes of what it merged', () => {
    const series = append(EMPTY, upTo(CAPACITY * 2 + 6))
    expect(series.length).toBeLessThanOrEqual(CAPACITY)
    expect(batchesOf(series)).toBe(CAPACITY * 2 + 6)
    const drawn = points(series)
    expect(drawn.low[0]).toBe(0)
    expect(drawn.high[0]).toBe(series.stride - 1)
    expect(drawn.high.at(-1)).toBe(CAPACITY * 2 + 5)
  })

  test('is the same however its batches were cut into events', () => {
    const values = upTo(CAPACITY + 1001)
    const whole = append(EMPTY, values)
    let pieces = EMPTY
    for (let i = 0; i < values.length; i += 777) pieces = append(pieces, values.slice(i, i + 777))
    expect(pieces.length).toBe(whole.length)
    expect(pieces.pending).toEqual(whole.pending)
    expect(points(pieces).mean).toEqual(points(whole).mean)
  })

  test('can be taken back to an earlier batch', () => {
    const series = append(truncate(append(EMPTY, [1, 2, 3, 4]), 2), [9])
    expect([...points(series).mean]).toEqual([1, 2, 9])
  })
})
