// Numbers and dates as the reader's language writes them. Each formatter is made once: making one costs more than a thousand uses.

import { type Locale, locale, tagOf } from './words'

const numbers = new Map<string, Intl.NumberFormat>()
const dates = new Map<string, Intl.DateTimeFormat>()
let plain: Intl.NumberFormat | null = null
let plainOf: Locale | null = null

/** 1234.5 → "1,234.5" or "1.234,5". */
export function number(value: number, options?: Intl.NumberFormatOptions): string {
  if (!options) {
    if (plainOf !== locale()) {
      plain = new Intl.NumberFormat(tagOf(locale()))
      plainOf = locale()
    }
    return plain!.format(value)
  }
  return kept(numbers, options, () => new Intl.NumberFormat(tagOf(locale()), options)).format(value)
}

/** A time in seconds since 1970. */
export function date(seconds: number, options: Intl.DateTimeFormatOptions): string {
  return kept(dates, options, () => new Intl.DateTimeFormat(tagOf(locale()), options)).format(seconds * 1000)
}

/** What stands between the whole and the rest: "." or ",". */
export function decimalMark(): string {
  return number(0.5, { minimumFractionDigits: 1 }).replace(/\d/g, '')
}

/** 1.5e-7 → "1.5e-7" or "1,5e-7", with this many digits behind the mark. */
export function powers(value: number, digits?: number): string {
  return value.toExponential(digits).replace('.', decimalMark())
}

function kept<T>(made: Map<string, T>, options: object, make: () => T): T {
  const key = `${locale()} ${JSON.stringify(options)}`
  const found = made.get(key)
  if (found) return found
  const fresh = make()
  made.set(key, fresh)
  return fresh
}
