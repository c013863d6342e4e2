import { describe, expect, test } from 'vitest'
import type { Fact } from './facts'
import { formulaOf, type Term } from './formula'

function text(term: Term): string {
  switch (term.type) {
    case 'row':
      return term.parts.map(text).join(' ')
    case 'fraction':
      return `[${text(term.above)} over ${text(term.below)}]`
    case 'root':
      return `root[${text(term.of)}]`
    case 'scripts':
      return `${text(term.base)}${term.low ? `_[${text(term.low)}]` : ''}${term.high ? `^[${text(term.high)}]` : ''}`
    case 'text':
      return `'${term.text}'`
    default:
      return term.own ? `${term.text}!` : term.text
  }
}

const read = (line: string, facts: Record<string, Fact> = {}) => text(formulaOf(line, new Map(Object.entries(facts))))

describe('a formula', () => {
  test('has what is low and high, in groups of more than a letter', () => {
    expect(read('Σ_(i=1)^({n}) x_i', { n: 784 })).toBe('Σ_[i = 1]^[784!] x_[i]')
    expect(read('σ²_"batch"')).toBe("σ_['batch']^[2]")
    expect(read('e^(x_i)')).toBe('e^[x_[i]]')
  })

  test('has fractions and roots', () => {
    expect(read('frac(x − μ; sqrt(σ² + 1))')).toBe('[x − μ over root[σ^[2] + 1]]')
  })

  test('has brackets, words and the names of what is unknown', () => {
    expect(read('y = {activation}( x )', { activation: 'relu' })).toBe('y = relu! ( x )')
    expect(read('{rate}')).toBe("'rate'")
  })

  test.each(['((((((((', '))))', '^^__', 'frac(', 'frac(a;', 'sqrt', '_', '<script>alert(1)</script>', '('.repeat(50_000), 'frac('.repeat(5000)])(
    'can be set, whatever it is: %.20s',
    (line) => expect(() => read(line)).not.toThrow(),
  )
})
