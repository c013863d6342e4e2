// Is a value what Keras takes anyway? Then it is not written down. Pure: knows the catalog, no document.

import type { CatalogIndex, Kind } from '../../catalog/catalog'
import { isSpec } from '../../catalog/line'
import type { Member, Param, Spec } from '../../contract'

type Params = Readonly<Record<string, unknown>>

const SPECS = new Set<Param['type']>(['initializer', 'regularizer', 'constraint', 'schedule', 'layer'])

/** The value to write; `undefined` where Keras' default says the same. */
export function written(catalog: CatalogIndex, param: Param, value: unknown): unknown {
  if (value === undefined || param.required) return value
  return same(catalog, param, value, param.default) ? undefined : value
}

function same(catalog: CatalogIndex, param: Param, a: unknown, b: unknown): boolean {
  return JSON.stringify(plain(catalog, param, a)) === JSON.stringify(plain(catalog, param, b))
}

/** One way to write a value: 3 for a size of two is [3, 3]; "zeros" is Zeros without parameters. */
function plain(catalog: CatalogIndex, param: Param, value: unknown): unknown {
  if (value === null || value === undefined) return null
  if (param.type === 'int_tuple') {
    const all = Array.isArray(value) ? value : Array.from({ length: param.rank ?? 1 }, () => value)
    return param.pairs ? all.map((each) => (Array.isArray(each) ? each : [each, each])) : all
  }
  if (param.type === 'activation') return catalog.get('activation', String(value))?.name ?? value
  if (SPECS.has(param.type)) return specOf(catalog, param.type as Kind, value) ?? value
  return value
}

/** A name or a Spec → a Spec under Keras' public name; null for what is neither. */
export function specOf(catalog: CatalogIndex, kind: Kind, value: unknown): Spec | null {
  const given = typeof value === 'string' ? { name: value, params: {} } : value
  if (!isSpec(given)) return null
  return { name: catalog.get(kind, given.name)?.name ?? given.name, params: given.params ?? {} }
}

/** `params` with one of them written, or taken away where it is `undefined`. */
export function withValue(params: Params, name: string, value: unknown): Record<string, unknown> {
  const { [name]: _, ...rest } = params
  return value === undefined ? rest : { ...rest, [name]: value }
}

/** What Keras gives no default gets a value to start from. */
export function startOf(member: Member | undefined): Record<string, unknown> {
  const required = member?.params.filter((param) => param.required) ?? []
  return Object.fromEntries(
    required.map((param) => [param.name, member?.example?.params[param.name] ?? param.minimum ?? param.choices[0] ?? firstOf(param)]),
  )
}

const FIRST: Partial<Record<Param['type'], unknown>> = { int: 1, float: 0.5, bool: false, str: '', int_list: [0], float_list: [0.5] }

function firstOf(param: Param): unknown {
  return FIRST[param.type] ?? null
}

/** The parameters under another member of the same kind: those it knows too stay. */
export function carried(from: Params, member: Member | undefined): Record<string, unknown> {
  return { ...startOf(member), ...knownTo(member, from) }
}

export function knownTo(member: Member | undefined, params: Params): Record<string, unknown> {
  const known = new Set(member?.params.map((param) => param.name))
  return Object.fromEntries(Object.entries(params).filter(([name]) => known.has(name)))
}
