// Text a person typed ⇄ a number within limits. Says what is wrong in words; guesses nothing.

export interface Limits {
  readonly minimum?: number | null
  readonly maximum?: number | null
  readonly integer?: boolean
  /** True where the field may be left empty. */
  readonly nullable?: boolean
}

export type Parsed = { readonly value: number | null } | { readonly error: string }

export function parseNumber(text: string, limits: Limits): Parsed {
  const trimmed = text.trim().replace(',', '.').replace('−', '-')
  if (trimmed === '') return limits.nullable ? { value: null } : { error: 'A number is needed here.' }
  const value = Number(trimmed)
  if (!Number.isFinite(value)) return { error: `“${text.trim()}” is no number. Try 0.001 or 1e-3.` }
  if (limits.integer && !Number.isInteger(value)) return { error: 'A whole number is needed here.' }
  const { minimum, maximum } = limits
  if (minimum != null && value < minimum) return { error: `At least ${minimum}.` }
  if (maximum != null && value > maximum) return { error: `At most ${maximum.toLocaleString('en-US')}.` }
  return { value }
}

export function numberText(value: number | null | undefined): string {
  if (value === null || value === undefined) return ''
  const size = Math.abs(value)
  return size > 0 && (size < 1e-4 || size >= 1e9) ? value.toExponential().replace('e+', 'e') : String(value)
}
