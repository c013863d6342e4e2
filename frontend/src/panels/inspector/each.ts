// "32, 64, 128" ⇄ one value for each time that a block comes. As many as it comes times, or the reason why not.

import type { Param } from '../../contract'
import '../../words/lateBlock'
import { t } from '../../words/words'
import { formatValue, parseValue, type Parsed } from './values'

export function valuesIn(param: Param | undefined, text: string, repeat: number): Parsed {
  const typed = parted(text)
  if (typed.length !== repeat) return { error: t('block-values-wrong', { n: repeat, given: typed.length }) }
  const values: unknown[] = []
  for (const each of typed) {
    const one = param ? parseValue(param, each) : ({ value: each } as const)
    if ('error' in one) return one
    values.push(one.value ?? null)
  }
  return { value: values }
}

export function valuesText(param: Param | undefined, values: readonly unknown[]): string {
  return values.map((value) => (param ? bracketed(formatValue(param, value)) : JSON.stringify(value))).join(', ')
}

/** A value that has commas of its own stands in brackets. */
function bracketed(text: string): string {
  return text.includes(',') && !/^[([]/.test(text) ? `(${text})` : text
}

/** At the commas that stand in no bracket. */
function parted(text: string): string[] {
  const parts: string[] = []
  let depth = 0
  let last = ''
  for (const letter of text) {
    if ('([{'.includes(letter)) depth += 1
    if (')]}'.includes(letter)) depth -= 1
    if (letter === ',' && depth === 0) {
      parts.push(last)
      last = ''
    } else last += letter
  }
  const all = [...parts, last].map((part) => part.trim())
  return all.length === 1 && !all[0] ? [] : all
}
