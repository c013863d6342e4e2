import { describe, expect, test } from 'vitest'
import { filled, productOf, readSum, sumText, valueOf } from './sum'

const say = { number: String, name: (name: string) => name }
const worked = (text: string, known: Record<string, number> = {}) => {
  const sum = readSum(text)
  if (!sum) return null
  const whole = filled(sum, (name) => (name === 'axes' ? productOf([7, 7, 64]) : known[name]))
  return [sumText(whole, say), valueOf(whole)]
}

describe('a sum', () => {
  test('is worked out with the facts in it', () => {
    expect(worked('({k} × {k} × {c} + {bias}) × {f}', { k: 3, c: 16, bias: 1, f: 32 })).toEqual(['(3 × 3 × 16 + 1) × 32', 4640])
  })

  test('leaves out what adds nothing', () => {
    expect(worked('({a} + {none}) × {b}', { a: 5, b: 2, none: 0 })).toEqual(['5 × 2', 10])
    expect(worked('({none} + 2 × {none}) × {b}', { none: 0, b: 2 })).toEqual(['0', 0])
  })

  test('keeps the brackets that it needs and no others', () => {
    expect(worked('2 - (3 - 1)')).toEqual(['2 − (3 − 1)', 0])
    expect(worked('(2 * 3) + (4 / 2)')).toEqual(['2 × 3 + 4 ÷ 2', 8])
    expect(worked('8 / (4 / 2)')).toEqual(['8 ÷ (4 ÷ 2)', 4])
    expect(worked('{axes} + 1')).toEqual(['7 × 7 × 64 + 1', 3137])
  })

  test('knows floor, ceil, max and min', () => {
    expect(worked('floor((28 − 3) ÷ 2) + 1')).toEqual(['⌊(28 − 3) ÷ 2⌋ + 1', 13])
    expect(worked('ceil(7 ÷ 2) × max(3 − 5, 0)')).toEqual(['⌈7 ÷ 2⌉ × max(3 − 5, 0)', 0])
  })

  test('has no value while a name in it is unknown', () => {
    expect(worked('{units} × 2')).toEqual(['units × 2', null])
  })

  test.each(['', '1 +', '(1', '1)', '1 2', 'alert(1)', 'constructor(1)', '{a', 'x', '<b>', '('.repeat(9000), '1+'.repeat(9000)])(
    'is nothing else: %.20s',
    (text) => expect(readSum(text)).toBeNull(),
  )
})
