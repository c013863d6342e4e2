// What a parameter takes, in a student's words. Says the same as backend/layerloom/graph/validate/params.py.

import '../../words/lateTakes'
import type { Param } from '../../contract'
import { number } from '../../words/intl'
import { t } from '../../words/words'

/** Those of which more is to be said than that Keras has them by name. */
const KINDS: ReadonlySet<Param['type']> = new Set(['bool', 'str', 'shape', 'axis', 'int_list', 'float_list', 'str_list', 'tensor', 'slice', 'any'])

export function wanted(param: Param): string {
  const what = sort(param)
  return param.nullable ? t('takes-or-nothing', { what }) : what
}

function sort(param: Param): string {
  switch (param.type) {
    case 'int':
      return limited('takes', t('takes-int'), param)
    case 'float':
      return limited('takes', t(param.pairs ? 'takes-range' : 'takes-float'), param)
    case 'schedule':
      return limited('takes', t('takes-float'), param)
    case 'int_tuple':
      if (param.rank === 1) return limited('takes', t('takes-int'), param)
      return limited('takes-each', param.rank ? t('takes-tuple', { n: param.rank }) : t('takes-some'), param)
    case 'choice':
      return t('takes-one-of', { choices: param.choices.join(', ') })
    default:
      return t(KINDS.has(param.type) ? `takes-${param.type}` : 'takes-named')
  }
}

const EXACT = { maximumSignificantDigits: 12 } as const

/** With its limits: "a whole number from 1 to 3". */
function limited(family: 'takes' | 'takes-each', what: string, { minimum, maximum }: Param): string {
  const low = minimum === null ? null : number(minimum, EXACT)
  const high = maximum === null ? null : number(maximum, EXACT)
  if (low !== null && high !== null) return t(`${family}-from-to`, { what, low, high })
  if (low !== null) return t(`${family}-at-least`, { what, low })
  return high === null ? what : t(`${family}-at-most`, { what, high })
}
