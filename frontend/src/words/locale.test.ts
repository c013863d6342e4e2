import { afterEach, describe, expect, test } from 'vitest'
import { ago, duration, metric, moment, rate } from '../run/words'
import { bytes, count, shortCount } from '../ui/format'
import { decimalMark } from './intl'
import { localeFor } from './locale'
import { readNumber } from './readNumber'
import { locale, speak } from './words'

afterEach(() => speak('en'))

describe('the language of the page', () => {
  test('is the first of the browser that there is', () => {
    expect(localeFor(null, ['fr-CA', 'es-MX', 'en'])).toBe('es')
    expect(localeFor(null, ['zh-CN', 'en-US'])).toBe('zh')
    expect(localeFor(null, ['pt', 'de'])).toBe('en')
    expect(localeFor(null, [])).toBe('en')
  })

  test('is the chosen one once there is a choice', () => {
    expect(localeFor('zh', ['es-ES'])).toBe('zh')
    expect(localeFor('klingon', ['es-ES'])).toBe('es')
  })

  test('changes how numbers are written, and back', async () => {
    await speak('es')
    expect(locale()).toBe('es')
    expect([decimalMark(), count(1_234_567), metric(0.1414), rate(0.5), rate(0.001)]).toEqual([
      ',',
      '1.234.567',
      '0,141',
      '0,5',
      '0,001',
    ])
    expect(bytes(12_840)).toBe('12,8 kB')
    await speak('zh')
    expect(shortCount(138_357_544)).toBe('1.38亿')
    await speak('en')
    expect(count(1_234_567)).toBe('1,234,567')
  })

  test('changes how days are named', async () => {
    const now = new Date(2026, 2, 11, 12, 0).getTime() / 1000
    await speak('es')
    expect(ago(now - 2 * 24 * 3600, now)).toBe('lunes')
    expect(moment(now)).toContain('mar')
    await speak('zh')
    expect(ago(now - 40 * 24 * 3600, now)).toBe('1月30日')
    expect(duration(14.3)).not.toBe('')
  })
})

describe('a number that is typed', () => {
  test("is read in code's notation everywhere", async () => {
    for (const language of ['en', 'es', 'zh'] as const) {
      await speak(language)
      for (const [text, value] of [
        ['0.5', 0.5],
        ['1e-3', 0.001],
        ['1.5E-7', 1.5e-7],
        [' −2 ', -2],
        ['0,5', 0.5],
        ['2,5e-3', 0.0025],
        ['１２', 12],
        ['1.000', 1],
      ] as const)
        expect([language, text, readNumber(text)]).toEqual([language, text, value])
      for (const text of ['', 'ten', '1,2,3', '1.2.3', '--1', '1,23.4,5']) expect(readNumber(text)).toBeNaN()
    }
  })

  test("may be grouped in the language's own way", async () => {
    expect([readNumber('1,000'), readNumber('12,345.5'), readNumber('1,000,000', true)]).toEqual([1000, 12345.5, 1e6])
    await speak('es')
    expect([readNumber('1,000'), readNumber('12.345,5'), readNumber('1.000.000', true), readNumber('1.000', true)]).toEqual([
      1, 12345.5, 1e6, 1000,
    ])
  })
})
