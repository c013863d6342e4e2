// Text a person typed ⇄ a parameter's value, by the catalog's type. Refuses in words; guesses nothing.

import '../../words/lateTakes'
import type { Param } from '../../contract'
import { wanted } from './wanted'
import { t } from '../../words/words'

/** `undefined` takes the parameter away, so that Keras' default holds. */
export type Parsed = { readonly value: unknown } | { readonly error: string }

class Misfit extends Error {}

const fail = (why = ''): never => {
  throw new Misfit(why)
}

export function parseValue(param: Param, text: string): Parsed {
  const typed = text.trim()
  if (typed === '' && param.type !== 'str') return empty(param)
  try {
    return { value: READ[param.type]?.(param, typed) ?? typed }
  } catch (error) {
    if (!(error instanceof Misfit)) throw error
    const said = { name: param.name, what: wanted(param), typed: short(typed), hint: error.message }
    return { error: t(error.message ? 'takes-misfit-hint' : 'takes-misfit', said) }
  }
}

function empty(param: Param): Parsed {
  if (param.nullable) return { value: null }
  if (!param.required) return { value: undefined }
  return { error: t('takes-no-default', { name: param.name, what: wanted(param) }) }
}

const short = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)}…` : text)

type Read = (param: Param, text: string) => unknown

const READ: Partial<Record<Param['type'], Read>> = {
  int: (param, text) => limited(param, whole(text)),
  float: (param, text) => (param.pairs ? pairOf(param, text) : limited(param, real(text))),
  schedule: (param, text) => limited(param, real(text)),
  int_tuple: tuple,
  shape: (_, text) => parts(text).map(size),
  axis: (_, text) => alone(text, parts(text).map(whole)),
  int_list: (_, text) => parts(text).map(whole),
  float_list: (_, text) => parts(text).map(real),
  str_list: words,
  tensor,
  slice,
  any: json,
}

/** One number, or lists of numbers in lists, all of one length. */
function tensor(_: Param, text: string): unknown {
  if (/^[-+−]?[\d_]*[.,]?\d+\.?(e[-+]?\d+)?$/i.test(text)) return plainNumber(text)
  const found = /^\s*\[/.test(text) ? json(_, text) : parts(text).map(real)
  return sizesIn(found) ? found : fail()
}

/** Null where lists on one level differ in length, or hold what is no number. */
function sizesIn(value: unknown): string | null {
  if (!Array.isArray(value)) return typeof value === 'number' || typeof value === 'boolean' ? ' ' : null
  const found = new Set(value.map(sizesIn))
  const [inner] = found
  return found.size === 1 && typeof inner === 'string' ? `${value.length} ${inner}` : null
}

/** What stands between the brackets in Python: ":, 0", "..., 1:3", "::2". */
function slice(_: Param, text: string): string {
  const inner = text.replace(/^(x?\[)\s*/, '').replace(/\s*\]$/, '')
  const parts = inner.split(',').map((part) => part.trim())
  const fine = parts.every((part) => /^(-?\d+|-?\d*\s*:\s*-?\d*(\s*:\s*-?\d*)?|\.\.\.|None)$/.test(part))
  return fine ? parts.map((part) => part.replaceAll(/\s/g, '')).join(', ') : fail()
}

/** "1,000" may be one or a thousand: that is for the person to say. */
function plainNumber(text: string): number {
  if (/^[-+−]?[1-9]\d{0,2}(,\d{3})+$/.test(text)) {
    fail(t('takes-did-you-mean', { one: text.replaceAll(',', ''), other: text.replace(',', '.') }))
  }
  const plain = text.replace('−', '-').replace(',', '.').replaceAll('_', '')
  const value = Number(plain)
  return /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(plain) && Number.isFinite(value) ? value : fail()
}

function whole(text: string): number {
  const value = plainNumber(text)
  return Number.isSafeInteger(value) ? value : fail()
}

const real = plainNumber

function size(text: string): number | null {
  return /^(\?|none|null)$/i.test(text) ? null : whole(text)
}

function limited(param: Param, value: number): number {
  const { minimum, maximum } = param
  if (minimum !== null && value < minimum) fail()
  if (maximum !== null && value > maximum) fail()
  return value
}

/** "3 × 3", "(3, 3)", "3,3" and "3 3" are the same two parts. */
function parts(text: string): string[] {
  const inner = text.replace(/^[([]\s*/, '').replace(/\s*[)\]]$/, '')
  const found = inner.split(/[\s,;×x*]+/i).filter(Boolean)
  return found.length ? found : fail()
}

/** A single number without brackets stays a single number. */
function alone<T>(text: string, values: T[]): T | T[] {
  return values.length === 1 && !/[([,]/.test(text) ? (values[0] as T) : values
}

function tuple(param: Param, text: string): unknown {
  const values = param.pairs && /[([]/.test(text) ? nested(param, text) : alone(text, parts(text).map(whole))
  for (const value of [values].flat(2)) limited(param, value as number)
  if (Array.isArray(values) && param.rank && values.length !== param.rank) fail()
  return values
}

/** "(0, 1) × (2, 3)": a part may be a pair, before and after. */
function nested(param: Param, text: string): unknown[] {
  const inner = /^[([]\s*[([].*[)\]]\s*[)\]]$/.test(text) ? text.slice(1, -1) : text
  const found = inner.match(/[([][^()[\]]*[)\]]|[^\s,;×x*()[\]]+/gi) ?? fail()
  const values = found.map((part) => (/^[([]/.test(part) ? parts(part).map(whole) : whole(part)))
  const [first] = values
  if (values.length === 1 && Array.isArray(first) && first.length === param.rank) return first
  if (values.some((value) => Array.isArray(value) && value.length !== 2)) fail()
  return values
}

function pairOf(param: Param, text: string): unknown {
  const values = text.includes(';') || /[\s([]/.test(text) ? parts(text).map(real) : [real(text)]
  for (const value of values) limited(param, value)
  if (values.length > 2) fail()
  return values.length === 1 ? values[0] : values
}

function words(_: Param, text: string): string[] {
  if (text.startsWith('[')) {
    const found = json(_, text)
    return Array.isArray(found) && found.every((one) => typeof one === 'string') ? found : fail()
  }
  return text.split(/[,\n]/).flatMap((word) => word.trim() || [])
}

function json(_: Param, text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return fail(t('takes-quotes'))
  }
}

export function formatValue(param: Param, value: unknown): string {
  if (value === null || value === undefined) return ''
  switch (param.type) {
    case 'int':
    case 'float':
    case 'schedule':
      return Array.isArray(value) ? value.map(numberText).join(', ') : numberText(value)
    case 'int_tuple':
      return tupleText(param, value)
    case 'shape':
      return Array.isArray(value) ? value.map((each) => (each === null ? '?' : String(each))).join(' × ') : String(value)
    case 'axis':
    case 'int_list':
    case 'float_list':
      return Array.isArray(value) ? value.map(numberText).join(', ') : numberText(value)
    case 'str_list':
      return wordsText(value)
    case 'any':
    case 'tensor':
      return JSON.stringify(value)
    default:
      return typeof value === 'string' ? value : JSON.stringify(value)
  }
}

function tupleText(param: Param, value: unknown): string {
  const values = Array.isArray(value) ? value : Array.from({ length: param.rank ?? 1 }, () => value)
  const between = param.name.endsWith('_range') ? ', ' : ' × '
  return values.map((each) => (Array.isArray(each) ? `(${each.join(', ')})` : String(each))).join(between)
}

function wordsText(value: unknown): string {
  if (!Array.isArray(value)) return String(value)
  return value.some((word) => /[,\n[]/.test(String(word))) ? JSON.stringify(value) : value.join(', ')
}

export function numberText(value: unknown): string {
  if (typeof value !== 'number') return JSON.stringify(value) ?? ''
  const size = Math.abs(value)
  return size > 0 && (size < 1e-4 || size >= 1e15) ? value.toExponential().replace('e+', 'e') : String(value)
}
