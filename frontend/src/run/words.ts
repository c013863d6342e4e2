// Numbers → the text a person reads: short, tabular, with a unit.

import { date, decimalMark, number, powers } from '../words/intl'
import { t } from '../words/words'

/** A loss or metric: three decimals where they say enough, never "NaN". */
export function metric(value: number | null | undefined): string {
  if (value === null || value === undefined || Number.isNaN(value)) return t('format-not-a-number')
  const size = Math.abs(value)
  if (size >= 1e6 || (size > 0 && size < 1e-4)) return powers(value, 2)
  if (size >= 100) return fixed(value, 1)
  return fixed(value, size >= 10 ? 2 : size >= 0.01 || size === 0 ? 3 : 5)
}

/** With this many decimals, ungrouped: numbers below each other keep their places. */
export function fixed(value: number, decimals: number): string {
  return value.toFixed(decimals).replace('.', decimalMark())
}

const PERCENT = { style: 'percent' } as const

/** 0.8 → `80%`. */
export function percent(share: number): string {
  return number(share, PERCENT)
}

/** `0.8 s`, `14 s`, `2 min 5 s`. */
export function duration(seconds: number): string {
  if (seconds < 10) return t('format-seconds', { n: fixed(seconds, 1) })
  if (seconds < 60) return t('format-seconds', { n: Math.round(seconds) })
  const whole = Math.round(seconds)
  if (whole < 3600) return t('format-minutes', { minutes: Math.floor(whole / 60), seconds: whole % 60 })
  return t('format-hours', { hours: Math.floor(whole / 3600), minutes: Math.floor(whole / 60) % 60 })
}

const THREE_DIGITS = { maximumSignificantDigits: 3, useGrouping: false } as const

/** A learning rate: `0.001`, and `1.0e-5` where zeros would have to be counted. */
export function rate(value: number): string {
  return value === 0 ? '0' : value >= 1e-4 && value < 1e4 ? number(value, THREE_DIGITS) : powers(value, 1)
}

const WEEKDAY = { weekday: 'long' } as const
const DAY = { day: 'numeric', month: 'short' } as const
const DAY_OF_YEAR = { day: 'numeric', month: 'short', year: 'numeric' } as const

/** `just now`, `2 min ago`, `yesterday`, `Monday`, `Mar 3`. Times in seconds since 1970. */
export function ago(then: number, now: number): string {
  const seconds = now - then
  if (seconds < 45) return t('format-just-now')
  if (seconds < 3600) return t('format-minutes-ago', { n: Math.max(1, Math.round(seconds / 60)) })
  const [day, today] = [new Date(then * 1000), new Date(now * 1000)]
  const days = Math.round((startOfDay(today) - startOfDay(day)) / 86_400_000)
  if (days <= 0) return t('format-hours-ago', { n: Math.round(seconds / 3600) })
  if (days === 1) return t('format-yesterday')
  if (days < 7) return date(then, WEEKDAY)
  return date(then, day.getFullYear() === today.getFullYear() ? DAY : DAY_OF_YEAR)
}

const MOMENT = { dateStyle: 'medium', timeStyle: 'short' } as const

/** The day and the time of day. */
export function moment(seconds: number): string {
  return date(seconds, MOMENT)
}

function startOfDay(date: Date): number {
  return new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime()
}

/** A metric's name as a heading: `val_digit_accuracy` → `Digit accuracy`. */
export function heading(name: string): string {
  const words = called(name)
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** `val_accuracy` → `val accuracy`. */
export function named(name: string): string {
  return name.startsWith('val_') ? t('format-validation', { what: called(name) }) : called(name)
}

/** Without the part of the data it was measured on. What everybody meets is said in the reader's language, the rest as Keras calls it. */
function called(name: string): string {
  const words = name.replace(/^val_/, '').replaceAll('_', ' ')
  return words.replace(/(?<=^|.+ )(loss|accuracy)$/, (known) => t(`format-${known}`))
}

/** The name of a file that any system takes: letters, digits, dots, dashes. */
export function fileName(text: string): string {
  const plain = text
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
  return (plain || 'layerloom').slice(0, 60).toLowerCase()
}
