// Formulas, set as MathML: the browser draws it, and a screen reader says it.

import { createElement, type ReactNode } from 'react'
import s from './card.module.css'
import type { Facts } from './facts'
import { formulaOf, type Term } from './formula'
import { held, parted } from './lines'
import { t } from '../words/words'

const MOST_LINES = 12

/** The lines of a section that hold for these facts. */
export function Formulas({ section, facts }: { section: string; facts: Facts }) {
  const lines = parted(section).lines.slice(0, MOST_LINES).flatMap((line) => held(line, facts) ?? [])
  return (
    <div className={s.formulas} role="group" aria-label={t('cards-formula')} tabIndex={0}>
      {lines.map((line, at) => (
        <div key={at}>{createElement('math', { display: 'block' }, set(formulaOf(line, facts)))}</div>
      ))}
    </div>
  )
}

const LARGE = new Set(['Σ', 'Π', 'max', 'min', 'mean'])
const OPERATOR = { movablelimits: 'false', lspace: '0.1em', rspace: '0.25em' }

function set(term: Term): ReactNode {
  switch (term.type) {
    case 'letter':
      return LARGE.has(term.text) ? createElement('mo', OPERATOR, term.text) : createElement('mi', {}, term.text)
    case 'word':
      return LARGE.has(term.text) ? createElement('mo', OPERATOR, term.text) : createElement('mi', term.own ? { className: s.own } : {}, term.text)
    case 'number':
      return createElement('mn', term.own ? { className: s.own } : {}, term.text)
    case 'text':
      return createElement('mtext', {}, `\u00a0${term.text}\u00a0`)
    case 'mark':
      return createElement('mo', {}, term.text)
    case 'row':
      return createElement('mrow', {}, ...term.parts.map(set))
    case 'fraction':
      return createElement('mfrac', {}, set(term.above), set(term.below))
    case 'root':
      return createElement('msqrt', {}, set(term.of))
    case 'scripts':
      return scripts(term)
  }
}

function scripts({ base, low, high }: Term & { type: 'scripts' }): ReactNode {
  const isLarge = 'text' in base && LARGE.has(base.text)
  const [both, under, over] = isLarge ? ['munderover', 'munder', 'mover'] : ['msubsup', 'msub', 'msup']
  if (low && high) return createElement(both, {}, set(base), set(low), set(high))
  return low ? createElement(under, {}, set(base), set(low)) : createElement(over, {}, set(base), high && set(high))
}
