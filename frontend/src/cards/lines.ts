// The lines of a fenced block: those whose conditions hold, as formulas or as sums, with the facts in them.

import type { Fact, Facts } from './facts'
import { filled, readSum, type Sum, valueOf } from './sum'

export interface Prose {
  /** The lines of the fenced blocks. */
  lines: readonly string[]
  /** What stands around them. */
  text: string
}

/** A section → its fenced lines, and the rest. */
export function parted(section: string): Prose {
  const lines: string[] = []
  const text: string[] = []
  let fenced = false
  for (const line of section.split('\n')) {
    if (line.startsWith('```')) fenced = !fenced
    else if (!fenced) text.push(line)
    else if (line.trim()) lines.push(line.trim())
  }
  return { lines, text: text.join('\n').trim() }
}

const CONDITIONS = /^\[([^[\]]*)\]\s*/

/** Without its conditions; null where one of them does not hold. */
export function held(line: string, facts: Facts): string | null {
  const found = CONDITIONS.exec(line)
  if (!found) return line
  return (found[1] ?? '').split(',').every((one) => holds(one.trim(), facts)) ? line.slice(found[0].length) : null
}

function holds(condition: string, facts: Facts): boolean {
  const [, not, rest = ''] = /^(not\s+)?(.*)$/.exec(condition) ?? []
  const [name = '', value] = rest.split('=')
  const fact = facts.get(name.trim())
  return (value === undefined ? isThere(fact) : String(fact) === value.trim()) !== Boolean(not)
}

function isThere(fact: Fact | undefined): boolean {
  return fact !== undefined && fact !== 0 && fact !== false
}

export type Part = { type: 'text'; text: string } | { type: 'fact'; name: string; fact: Fact | undefined }

/** `{name}` becomes its fact, `{bias? + b}` its text where the fact is there. */
export function parts(template: string, facts: Facts): Part[] {
  const found: Part[] = []
  let text = ''
  for (let at = 0; at < template.length; at += 1) {
    const end = template[at] === '{' ? closing(template, at) : -1
    if (end < 0) {
      text += template[at]
      continue
    }
    const inside = template.slice(at + 1, end)
    const optional = /^([\w ]+)\?(.*)$/s.exec(inside)
    if (text) found.push({ type: 'text', text })
    text = ''
    if (!optional) found.push({ type: 'fact', name: inside.trim(), fact: facts.get(inside.trim()) })
    else if (isThere(facts.get(optional[1]?.trim() ?? ''))) found.push(...parts(optional[2] ?? '', facts))
    at = end
  }
  if (text) found.push({ type: 'text', text })
  return found
}

function closing(template: string, opening: number): number {
  let depth = 0
  for (let at = opening; at < template.length; at += 1) {
    if (template[at] === '{') depth += 1
    else if (template[at] === '}') depth -= 1
    if (depth === 0) return at
  }
  return -1
}

export interface SumLine {
  label: string
  /** As it is written, and with the facts in it. */
  written: Sum
  sum: Sum
  value: number | null
}

/** The sums of a section that hold for these facts. What is no sum is left out. */
export function sumsOf(section: string, facts: Facts): SumLine[] {
  return parted(section).lines.flatMap((line) => {
    const found = held(line, facts)
    if (found === null) return []
    const [, label = '', text = ''] = /^(?:([^{}]*?):\s)?(.*)$/.exec(found) ?? []
    return sumLine(label, text, facts)
  })
}

/** `{out height} = sum`: the label is the name of what comes out. */
export function sizesOf(section: string, facts: Facts): SumLine[] {
  return parted(section).lines.flatMap((line) => {
    const [, name, text] = /^\{([\w ]+)\}\s*=(.*)$/.exec(held(line, facts) ?? '') ?? []
    return name && text ? sumLine(name, text, facts) : []
  })
}

function sumLine(label: string, text: string, facts: Facts): SumLine[] {
  const written = readSum(text)
  if (!written) return []
  const sum = filled(written, (name) => numeric(facts.get(name)))
  return [{ label, written, sum, value: valueOf(sum) }]
}

function numeric(fact: Fact | undefined): number | Sum | undefined {
  if (typeof fact === 'boolean') return Number(fact)
  return typeof fact === 'string' ? undefined : fact
}

/** What the lines come to together; null while one of them is not known. */
export function total(lines: readonly SumLine[]): number | null {
  const values = lines.map((line) => line.value)
  return values.includes(null) ? null : values.reduce<number>((sum, value) => sum + (value ?? 0), 0)
}
