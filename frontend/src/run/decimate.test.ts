import { describe, expect, test } from 'vitest'

import { decimate } from './decimate'

const band = (values: number[]) => ({ low: Float64Array.from(values), high: Float64Array.from(values) })
const index = (i: number) => i

describe('decimation', () => {
  test('keeps every point while there is a pixel for each', () => {
    expect(decimate(index, band([5, 3, 4]), 0, 3, 300)).toEqual({ x: [0, 1, 2], y: [5, 3, 4] })
  })

  test('keeps the one spike among a hundred thousand points', () => {
    const values = new Array<number>(100_000).fill(1)
    values[54_321] = 99
    const line = decimate(index, band(values), 0, 100_000, 400)
    expect(line.x.length).toBeLessThanOrEqual(2 * 401)
    expect(line.y).toContain(99)
  })

  test('draws a value that is not finite as a gap', () => {
    expect(decimate(index, band([1, NaN, 3]), 0, 3, 300).y).toEqual([1, null, 3])
  })

  test('never lets x fall, also with a gap inside a pixel', () => {
    const { x } = decimate(index, band([1, NaN, 3, 0, NaN, 9]), 0, 6, 2)
    expect([...x].sort((a, b) => a - b)).toEqual(x)
  })

  test('reaches one point beyond each end of a zoomed window', () => {
    const { x } = decimate(index, band([0, 1, 2, 3, 4, 5, 6]), 2.5, 4.5, 100)
    expect(x).toEqual([2, 3, 4, 5])
  })
})
