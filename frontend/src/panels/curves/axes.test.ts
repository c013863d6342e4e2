import { describe, expect, test } from 'vitest'
import { logNumbers, niceStep, room } from './axes'

describe('axes', () => {
  test('step by 1, 2 or 5 times a power of ten', () => {
    expect([0.3, 1.2, 3, 7, 12, 21].map(niceStep)).toEqual([1, 2, 5, 10, 20, 50])
  })

  test('leave air around values, also around a single one', () => {
    const [low, high] = room(3, 3, false)
    expect(low).toBeLessThan(3)
    expect(high).toBeGreaterThan(3)
    expect(room(0.01, 1, true)[0]).toBeGreaterThan(0)
  })

  test('label powers of ten, and more when there is room', () => {
    expect(logNumbers([1, 2, 3, 10, null, 1000])).toEqual(['1', null, null, '10', null, '1000'])
    expect(logNumbers([1, 2, 3, 5, 10])).toEqual(['1', '2', null, '5', '10'])
  })
})
