import { describe, expect, test } from 'vitest'
import { line } from './line'

const size = { width: 100, height: 24 }

describe('a small line', () => {
  test('goes from edge to edge, high values on top', () => expect(line([0, 10, 5], size)).toBe('M0 22L50 2L100 12'))
  test('of equal values lies in the middle', () => expect(line([3, 3], size)).toBe('M0 12L100 12'))
  test('of one value is a point', () => expect(line([3], size)).toBe('M50 12'))
  test('of nothing is nothing', () => expect(line([], size)).toBe(''))
})
