// Text a person typed ⇄ a number within limits. Says what is wrong in words; guesses nothing.

import { count } from '../../ui/format'
import { readNumber } from '../../words/readNumber'
import { t } from '../../words/words'

export interface Limits {
  readonly minimum?: number | null
  readonly maximum?: number | null
  readonly integer?: boolean
  /** True where the field may be left empty. */
  readonly nullable?: boolean
}

export type Parsed = { readonly value: number | null } | { readonly error: string }

export function parseNumber(text: string, limits: Limits): Parsed {
  if (text.trim() === '') return limits.nullable ? { value: null } : { error: t('number-needed') }
  const value = readNumber(text, limits.integer)
  if (!Number.isFinite(value)) return { error: t('number-none', { text: text.trim() }) }
  if (limits.integer && !Number.isInteger(value)) return { error: t('number-whole-needed') }
  const { minimum, maximum } = limits
  if (minimum != null && value < minimum) return { error: t('number-at-least', { limit: written(minimum) }) }
  if (maximum != null && value > maximum) return { error: t('number-at-most', { limit: written(maximum) }) }
  return { value }
}

function written(limit: number): string {
  return Number.isInteger(limit) ? count(limit) : numberText(limit)
}

/** In code's notation, as Keras gets it: the same in every language. */
export function numberText(value: number | null | undefined): string {
  if (value === null || value === undefined) return ''
  const size = Math.abs(value)
  return size > 0 && (size < 1e-4 || size >= 1e9) ? value.toExponential().replace('e+', 'e') : String(value)
}
