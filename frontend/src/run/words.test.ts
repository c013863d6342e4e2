import { describe, expect, test } from 'vitest'

import { ago, duration, fileName, heading, metric, rate } from './words'

describe('words', () => {
  test.each([
    [0.1414, '0.141'],
    [0.95, '0.950'],
    [0.00123, '0.00123'],
    [0.00001, '1.00e-5'],
    [2.3, '2.300'],
    [3215.27, '3215.3'],
    [0, '0.000'],
    [null, 'not a number'],
  ])('a metric of %s reads %s', (value, text) => expect(metric(value)).toBe(text))

  test('durations', () => {
    expect([duration(0.84), duration(14.3), duration(125)]).toEqual(['0.8 s', '14 s', '2 min 5 s'])
  })

  test('rates', () => {
    expect([rate(0.001), rate(0.5), rate(0)]).toEqual(['0.001', '0.5', '0'])
  })

  test('how long ago', () => {
    const now = new Date(2026, 2, 11, 12, 0).getTime() / 1000
    expect([ago(now - 10, now), ago(now - 120, now), ago(now - 24 * 3600, now)]).toEqual([
      'just now',
      '2 min ago',
      'yesterday',
    ])
    expect(ago(now - 2 * 24 * 3600, now)).toBe('Monday')
  })

  test('headings and file names', () => {
    expect(heading('val_digit_accuracy')).toBe('Digit accuracy')
    expect(fileName('a/b "数据" ')).toBe('a-b-数据')
    expect(fileName('../..')).toBe('layerloom')
  })
})
