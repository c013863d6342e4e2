// What a parameter takes, in a student's words. Says the same as backend/layerloom/graph/validate/params.py.

import type { Param } from '../../contract'

const WORDS: Partial<Record<Param['type'], string>> = {
  bool: 'yes or no',
  str: 'a text',
  shape: 'whole numbers, such as 8 × 16',
  axis: 'a whole number or a list of them',
  int_list: 'whole numbers, such as 2, 1',
  float_list: 'numbers, such as 0.5, 1',
  str_list: 'texts, such as red, green',
  any: 'JSON, such as 3, "text" or [1, 2]',
}

export function wanted(param: Param): string {
  return `${sort(param)}${param.nullable ? ', or nothing' : ''}`
}

function sort(param: Param): string {
  switch (param.type) {
    case 'int':
      return `a whole number${between(param)}`
    case 'float':
      return param.pairs ? `a number, or two for a lower and an upper end${between(param)}` : `a number${between(param)}`
    case 'schedule':
      return `a number${between(param)}`
    case 'int_tuple':
      return param.rank === 1 ? `a whole number${between(param)}` : `a whole number or ${param.rank ?? 'several'} of them${each(param)}`
    case 'choice':
      return `one of ${param.choices.join(', ')}`
    default:
      return WORDS[param.type] ?? `a ${param.type}`
  }
}

function between({ minimum, maximum }: Param): string {
  if (minimum !== null && maximum !== null) return ` from ${minimum} to ${maximum}`
  if (minimum !== null) return `, ${minimum} or more`
  return maximum === null ? '' : `, at most ${maximum}`
}

function each(param: Param): string {
  return between(param).replace(/^,? /, ', each ')
}
