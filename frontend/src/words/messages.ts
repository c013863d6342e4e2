// The message files as data, for the tests that hold the languages complete: ids, variables and plural forms.

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { FluentResource } from '@fluent/bundle'
import type { Locale } from './words'

const ROOT = join(import.meta.dirname, '../../messages')
const SERVER = join(import.meta.dirname, '../../../backend/layerloom/words')

export interface Message {
  readonly file: string
  readonly id: string
  /** Without attributes, as it is parsed: a text, or its parts. */
  readonly value: unknown
  readonly attributes: Readonly<Record<string, unknown>>
}

interface MessageFile {
  readonly name: string
  readonly text: string
}

/** The page's own. */
export function filesOf(locale: Locale): MessageFile[] {
  return filesIn(ROOT, locale)
}

/** What the server says: in English there, in other languages here. */
export function serverFilesOf(locale: Locale): MessageFile[] {
  return filesIn(SERVER, locale)
}

function filesIn(root: string, locale: Locale): MessageFile[] {
  return readdirSync(join(root, locale))
    .filter((name) => name.endsWith('.ftl'))
    .toSorted()
    .map((name) => ({ name: `${locale}/${name}`, text: readFileSync(join(root, locale, name), 'utf8') }))
}

/** Every message of a language. What the parser skipped in silence is an error here. */
export function messagesOf(locale: Locale): Map<string, Message> {
  return read(filesOf(locale))
}

export function serverMessagesOf(locale: Locale): Map<string, Message> {
  return read(serverFilesOf(locale))
}

function read(files: readonly MessageFile[]): Map<string, Message> {
  const found = new Map<string, Message>()
  for (const { name, text } of files) {
    const { body } = new FluentResource(text)
    const written = [...text.matchAll(/^(-?[a-zA-Z][\w-]*) *=/gm)].map(([, id]) => id)
    const read = new Set(body.map(({ id }) => id))
    for (const id of written) if (!read.has(id!)) throw new Error(`${name}: ${id} cannot be read`)
    for (const { id, value, attributes } of body) {
      if (found.has(id)) throw new Error(`${name}: ${id} stands in ${found.get(id)!.file} too`)
      found.set(id, { file: name, id, value, attributes: attributes ?? {} })
    }
  }
  return found
}

/** The names of all values a message is made of. */
export function variablesOf(pattern: unknown): Set<string> {
  const found = new Set<string>()
  visit(pattern, (part) => {
    if (part['type'] === 'var') found.add(`$${String(part['name'])}`)
    if (part['type'] === 'mesg' || part['type'] === 'term') found.add(String(part['name']))
  })
  return found
}

/** The keys of each selector: plural forms, numbers, or words. */
export function selectorsOf(pattern: unknown): string[][] {
  const found: string[][] = []
  visit(pattern, (part) => {
    if (part['type'] !== 'select') return
    const variants = part['variants'] as { key: { value: string | number } }[]
    found.push(variants.map(({ key }) => String(key.value)))
  })
  return found
}

/** What stands between the values: the letters a translator would change. */
export function lettersOf(pattern: unknown): string {
  const found: string[] = []
  const collect = (part: unknown): void => {
    if (typeof part === 'string') found.push(part)
    else if (Array.isArray(part)) part.forEach(collect)
    else if (typeof part === 'object' && part !== null && 'variants' in part)
      for (const { value } of part.variants as { value: unknown }[]) collect(value)
  }
  collect(pattern)
  return found.join(' ')
}

function visit(part: unknown, see: (part: Record<string, unknown>) => void): void {
  if (Array.isArray(part)) for (const each of part) visit(each, see)
  else if (typeof part === 'object' && part !== null) {
    see(part as Record<string, unknown>)
    for (const each of Object.values(part)) visit(each, see)
  }
}
