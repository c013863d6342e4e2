// Numbers and shapes as a person reads them, in the language's own way.

import { number } from '../words/intl'
import { t } from '../words/words'

/** 1234567 → "1,234,567". */
export function count(value: number): string {
  return number(value)
}

const SHORT = { notation: 'compact', maximumSignificantDigits: 3 } as const

/** 12_345_678 → "12.3M": for places where seven digits do not fit. */
export function shortCount(value: number): string {
  return value < 100_000 ? count(value) : number(value, SHORT)
}

/** Decimal units, as file managers show them: 12_840 → "12.8 kB". */
export function bytes(value: number): string {
  if (value < 1000) return `${number(Math.round(value))} B`
  const units = ['kB', 'MB', 'GB', 'TB', 'PB']
  let size = value / 1000
  let at = 0
  while (size >= 999.5 && at < units.length - 1) {
    size /= 1000
    at += 1
  }
  return `${significant(size)} ${units[at]}`
}

const THREE_DIGITS = { maximumSignificantDigits: 3 } as const

function significant(value: number): string {
  return value >= 100 ? number(Math.round(value)) : number(value, THREE_DIGITS)
}

/** A tensor's shape without its batch axis, as it stands beside a wire: [null, 8, 8, 1] → "8 × 8 × 1"; [null] → "one number". */
export function shapeText(shape: readonly (number | null)[]): string {
  if (shape.length <= 1) return t('format-one-number')
  return shape
    .slice(1)
    .map((axis) => (axis === null ? '?' : count(axis)))
    .join(' × ')
}

/** 74.2 s → "1:14"; under a minute "0:14"; over an hour "1:02:03". */
export function clock(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds))
  const parts = [Math.floor(whole / 3600), Math.floor((whole % 3600) / 60), whole % 60]
  const shown = parts[0] ? parts : parts.slice(1)
  return shown.map((part, at) => (at ? String(part).padStart(2, '0') : String(part))).join(':')
}

/** "1 problem", "2 problems". */
export function plural(n: number, noun: string, many = `${noun}s`): string {
  return `${count(n)} ${n === 1 ? noun : many}`
}
