import { describe, expect, test } from 'vitest'

import { smooth } from './smooth'

describe('smoothing', () => {
  test('starts at the first value instead of near zero', () => {
    expect(smooth(Float64Array.of(4, 4, 4), 0.9)).toEqual(Float64Array.of(4, 4, 4))
  })

  test('at weight 0 is the raw line', () => {
    expect(smooth(Float64Array.of(1, 5, 2), 0)).toEqual(Float64Array.of(1, 5, 2))
  })

  test('leaves a gap a gap and goes on after it as if it had not been', () => {
    const [, gap, after] = smooth(Float64Array.of(2, NaN, 2), 0.5)
    expect(gap).toBeNaN()
    expect(after).toBe(2)
  })
})
