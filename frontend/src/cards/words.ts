// Names of facts as a person reads them. A name that is no word of ours is the parameter's own.

import '../words/lateCards'
import { number } from '../words/intl'
import { t } from '../words/words'
import type { Fact } from './facts'
import { sumText } from './sum'

const NAMED = new Set(
  ['features', 'steps', 'height', 'width', 'channels', 'numbers', 'axes', 'axis size', 'axis sizes', 'inputs', 'inner', 'bias'].concat(
    ['kernel', 'pool', 'stride', 'reach', 'size'].flatMap((name) => [name, `${name} height`, `${name} width`]),
    ['top', 'bottom', 'left', 'right', 'value size', 'units', 'filters', 'rate', 'groups', 'center', 'scale', 'num_heads', 'key_dim'],
    ['query', 'key', 'value'].map((name) => `${name} features`),
    ['input_dim', 'output_dim', 'depth_multiplier'],
  ),
)

/** "kernel height", "units"; `out height` is named like `height`. */
export function nameOf(name: string): string {
  const plain = name.replace(/^out /, '')
  return NAMED.has(plain) ? t(`cards-fact-${plain.replace(/[ _]/g, '-')}`) : plain
}

export function factText(fact: Fact): string {
  if (typeof fact === 'string') return fact
  if (typeof fact === 'boolean') return t(fact ? 'word-yes' : 'word-no')
  if (typeof fact === 'number') return figure(fact)
  return sumText(fact, { number: figure, name: nameOf })
}

/** Of small numbers what matters, of large ones every digit. */
export function figure(value: number): string {
  return Number.isInteger(value) ? number(value) : number(value, { maximumSignificantDigits: 4 })
}
