// What the server said, in the reader's language: a phrase is a message's id and its values. Mirrors backend/layerloom/words.

import { FluentNumber, type FluentBundle } from '@fluent/bundle'
import type { Fix, Listed, Phrase, Problem } from '../contract'
import { decimalMark } from './intl'
import { locale, messages, type Values } from './words'

/** English is what the server wrote already; so is what another language has no words for. */
export function said(phrase: Phrase | null | undefined, english: string, attribute = ''): string {
  if (locale() === 'en' || !phrase) return english
  return sentence(messages(), phrase, attribute) ?? english
}

/** A problem as the reader reads it: in the language spoken when it is looked at. */
export function spoken(problem: Problem): Problem {
  const { words, title, message } = problem
  if (!words) return problem
  return {
    ...problem,
    get title() {
      return said(words, title, 'title')
    },
    get message() {
      return said(words, message)
    },
    fixes: problem.fixes.map(spokenFix),
  }
}

function spokenFix(fix: Fix): Fix {
  const { words, title } = fix
  return {
    ...fix,
    get title() {
      return said(words, title)
    },
  }
}

/** Why a run ended, paused or went back into the queue. */
export function reasonOf({ words, reason }: { readonly words?: Phrase | null; readonly reason: string }): string {
  return said(words, reason)
}

/** What was done to data, sentence by sentence. */
export function reportOf({ words, report }: { readonly words?: readonly Phrase[]; readonly report: readonly string[] }): readonly string[] {
  return words?.length === report.length ? words.map((one, at) => said(one, report[at]!)) : report
}

/** Null where the bundle has no such message. */
export function sentence(bundle: FluentBundle, phrase: Phrase, attribute = ''): string | null {
  const [id = '', part = attribute] = phrase.id.split('.')
  const message = bundle.getMessage(id)
  const pattern = part ? message?.attributes[part] : message?.value
  if (!pattern) return null
  const values: Values = {}
  for (const [name, value] of Object.entries(phrase.values)) values[name] = valueOf(bundle, value)
  return bundle.formatPattern(pattern, values, [])
}

type Part = string | number | Phrase | Listed

function valueOf(bundle: FluentBundle, part: Part): string | FluentNumber {
  if (typeof part === 'string') return part
  if (typeof part === 'number') return new Count(part)
  if ('id' in part) return sentence(bundle, part) ?? part.id
  const [first = '', ...rest] = part.items.map((one) => String(valueOf(bundle, one)))
  return rest.reduce((front, last, at) => {
    const by = at === rest.length - 1 ? part.last : 'comma'
    return sentence(bundle, { id: `list-${by}`, values: { front, last } }) ?? `${front}, ${last}`
  }, first)
}

const RAISED: Record<string, string> = Object.fromEntries([...'0123456789-'].map((sign, at) => [sign, '⁰¹²³⁴⁵⁶⁷⁸⁹⁻'[at]!]))

/** 2,890; from a hundred million on 2×10⁸. */
class Count extends FluentNumber {
  override toString(scope?: Parameters<FluentNumber['toString']>[0]): string {
    if (Math.abs(this.value) < 1e8) return super.toString(scope)
    const [digits = '', power = ''] = this.value.toExponential(2).split('e')
    const short = digits.replace(/\.?0+$/, '').replace('.', decimalMark())
    return `${short}×10${power.replace('+', '').replace(/./g, (sign) => RAISED[sign] ?? sign)}`
  }
}
