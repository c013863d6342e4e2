// Text that a person typed → a number. Takes code's notation (0.5, 1e-3) in every language, and the reader's own (0,5 · 1.000).

import { decimalMark } from './intl'

const GROUPS = { ',': /^[+-]?[1-9]\d{0,2}(,\d{3})+$/, '.': /^[+-]?[1-9]\d{0,2}(\.\d{3})+$/ } as const

/**
 * NaN for what is no number. A point is code's own mark, so that `1.000` is one; only a whole number may be meant to hold
 * groups of three in it, where the language writes them so.
 */
export function readNumber(text: string, whole = false): number {
  const typed = text
    .normalize('NFKC') // full-width digits, as Chinese keyboards write them
    .replace(/[\s'’]/g, '')
    .replace('−', '-')
  return typed === '' ? NaN : Number(inCode(typed, whole))
}

function inCode(typed: string, whole: boolean): string {
  const [comma, point] = [typed.lastIndexOf(','), typed.lastIndexOf('.')]
  if (comma >= 0 && point >= 0) {
    const [group, mark] = comma > point ? (['.', ','] as const) : ([',', '.'] as const)
    const [front = '', rest = ''] = typed.split(mark)
    return GROUPS[group].test(front) ? `${front.replaceAll(group, '')}.${rest}` : typed
  }
  const local = decimalMark()
  if (comma >= 0) return local === '.' && GROUPS[','].test(typed) ? typed.replaceAll(',', '') : typed.replace(',', '.')
  if (whole && local === ',' && GROUPS['.'].test(typed)) return typed.replaceAll('.', '')
  return typed
}
