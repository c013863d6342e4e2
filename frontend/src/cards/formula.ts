// A formula as one says it, "y_j = Σ_(i=1)^(9) x_i", → a tree that can be set. Draws nothing; any text has a tree.

import type { Facts } from './facts'
import { parts } from './lines'
import { factText, nameOf } from './words'

export type Term =
  | { type: 'letter' | 'word' | 'number' | 'text' | 'mark'; text: string; own?: boolean }
  | { type: 'row'; parts: Term[] }
  | { type: 'fraction'; above: Term; below: Term }
  | { type: 'root'; of: Term }
  | { type: 'scripts'; base: Term; low: Term | null; high: Term | null }

interface Token {
  type: 'letter' | 'word' | 'number' | 'text' | 'mark'
  text: string
  /** A number of the reader's own. */
  own?: boolean
}

const TOKENS = /"([^"]*)"|(\d+(?:\.\d+)?)|(\p{L}\p{L}+)|(\p{L})|([^\s])/gu
const MOST_TOKENS = 300
const DEEPEST = 12

export function formulaOf(line: string, facts: Facts): Term {
  const tokens = parts(line, facts).flatMap((part): Token[] => {
    if (part.type === 'text') return tokensOf(part.text)
    if (part.fact === undefined) return [{ type: 'text', text: nameOf(part.name) }]
    return [{ type: typeof part.fact === 'string' ? 'word' : 'number', text: factText(part.fact), own: true }]
  })
  return termOf(tokens.slice(0, MOST_TOKENS))
}

function tokensOf(text: string): Token[] {
  return [...text.matchAll(TOKENS)].map(([, quoted, number, word, letter, mark]): Token => {
    if (quoted !== undefined) return { type: 'text', text: quoted }
    if (number !== undefined) return { type: 'number', text: number }
    if (word !== undefined) return { type: 'word', text: word }
    return letter === undefined ? { type: 'mark', text: mark ?? '' } : { type: 'letter', text: letter }
  })
}

function termOf(tokens: readonly Token[]): Term {
  let at = 0
  const is = (text: string) => tokens[at]?.type === 'mark' && tokens[at]?.text === text
  const ahead = (text: string) => tokens[at + 1]?.type === 'mark' && tokens[at + 1]?.text === text

  /** Up to one of these marks, which is left where it is. */
  function row(ends: readonly string[], depth: number): Term {
    const parts: Term[] = []
    while (at < tokens.length && !ends.some(is)) parts.push(scripted(depth))
    return parts.length === 1 ? (parts[0] as Term) : { type: 'row', parts }
  }
  /** After the opening bracket. */
  function inside(depth: number): Term {
    const found = row([')'], depth + 1)
    if (is(')')) at += 1
    return found
  }
  function scripted(depth: number): Term {
    const base = single(depth)
    let low: Term | null = null
    let high: Term | null = null
    while (at < tokens.length && depth < DEEPEST) {
      if (is('²')) high ??= { type: 'number', text: '2' }
      else if (!is('_') && !is('^')) break
      const isLow = is('_')
      const bare = is('²')
      at += 1
      if (bare) continue
      const script = is('(') ? ((at += 1), inside(depth + 1)) : single(depth + 1)
      if (isLow) low = script
      else high = script
    }
    return low || high ? { type: 'scripts', base, low, high } : base
  }
  function single(depth: number): Term {
    const token = tokens[at]
    if (!token) return { type: 'row', parts: [] }
    if (depth < DEEPEST && token.type === 'word' && ahead('(') && (token.text === 'frac' || token.text === 'sqrt')) {
      at += 2
      if (token.text === 'sqrt') return { type: 'root', of: inside(depth) }
      const above = row([';', ')'], depth + 1)
      if (is(';')) at += 1
      return { type: 'fraction', above, below: inside(depth) }
    }
    at += 1
    if (depth < DEEPEST && token.type === 'mark' && token.text === '(') {
      const found = row([')'], depth + 1)
      const closed: Term[] = is(')') ? [{ type: 'mark', text: ')' }] : []
      at += closed.length
      return { type: 'row', parts: [{ type: 'mark', text: '(' }, found, ...closed] }
    }
    return token
  }
  return row([], 0)
}
