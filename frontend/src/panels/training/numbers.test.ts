import { describe, expect, test } from 'vitest'
import { numberText, parseNumber } from './numbers'

describe('a number that is typed', () => {
  test('may be written as people write it', () => {
    expect(parseNumber(' 1e-3 ', {})).toEqual({ value: 0.001 })
    expect(parseNumber('0,5', {})).toEqual({ value: 0.5 })
    expect(parseNumber('', { nullable: true })).toEqual({ value: null })
  })

  test.each([
    ['', {}],
    ['ten', {}],
    ['Infinity', {}],
    ['2.5', { integer: true }],
    ['0', { minimum: 1 }],
    ['2', { maximum: 1 }],
  ])('%j within %j is refused in words', (text, limits) => {
    expect(parseNumber(text, limits)).toHaveProperty('error')
  })

  test('is shown so that it can be typed again', () => {
    for (const value of [0.001, 1e-7, 32768, 0, 1e12]) expect(parseNumber(numberText(value), {})).toEqual({ value })
  })
})
