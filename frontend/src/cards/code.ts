// A layer with its parameters → the call that makes it in Keras, as the exported script has it: `layers.Dense(10, activation="relu")`.

import type { CatalogIndex } from '../catalog/catalog'
import { isSpec } from '../catalog/line'
import type { Member, Param, Spec } from '../contract'

/** Mirrors backend/layerloom/graph/source/objects.py, and is held to it by tests/cards.json. */
const BY_POSITION = new Set(
  ['activation', 'cell', 'cells', 'dims', 'filters', 'input_dim', 'kernel_size', 'layer', 'layers', 'n', 'output_dim'].concat(
    ['pool_size', 'rate', 'scale', 'stddev', 'target_shape', 'units'],
  ),
)
const LISTS = new Set(['float_list', 'str_list', 'layers'])
const KINDS = ['initializer', 'regularizer', 'constraint', 'schedule', 'layer'] as const

/** As one line, or one argument a line where that would be too wide. */
export function codeOf(catalog: CatalogIndex, member: Member, params: Values, name: string | null, width = 60): string {
  const call = callOf(catalog, member, params, name)
  const flat = flatOf(call)
  if (flat.length <= width || !call.parts.length) return flat
  return `${call.opening}(\n${call.parts.map((part) => `    ${part},\n`).join('')})`
}

type Values = Readonly<Record<string, unknown>>

interface Call {
  opening: string
  parts: string[]
}

const flatOf = ({ opening, parts }: Call) => `${opening}(${parts.join(', ')})`

function callOf(catalog: CatalogIndex, member: Member, params: Values, name: string | null): Call {
  const given = member.params.filter((param) => !param.call && isTold(param, params))
  let first = member.kind === 'layer'
  const parts = given.map((param) => {
    first &&= param.required && BY_POSITION.has(param.name) && member.params.indexOf(param) === given.indexOf(param)
    const value = valueText(catalog, param, params[param.name])
    return first ? value : `${param.name}=${value}`
  })
  if (name !== null) parts.push(`name=${quoted(name)}`)
  return { opening: member.path.replace(/^keras\.(?=layers\.)/, ''), parts }
}

/** What Keras does by default goes without saying. */
function isTold(param: Param, params: Values): boolean {
  const value = params[param.name]
  if (value === undefined || (value === null && !param.required && param.default === null)) return false
  return param.required || JSON.stringify(value) !== JSON.stringify(param.default)
}

function valueText(catalog: CatalogIndex, param: Param, value: unknown): string {
  if (isSpec(value)) return specText(catalog, param, value)
  if (param.type === 'int_tuple' && Array.isArray(value)) {
    const [size] = value as unknown[]
    if (Number.isInteger(size) && value.every((each) => each === size)) return String(size)
  }
  return literal(value, LISTS.has(param.type), param.type === 'float')
}

function specText(catalog: CatalogIndex, param: Param, spec: Spec): string {
  const kind = KINDS.find((each) => each === param.type) ?? 'initializer'
  const member = catalog.get(kind, spec.name)
  return member ? flatOf(callOf(catalog, member, spec.params ?? {}, null)) : spec.name
}

function literal(value: unknown, stays: boolean, real: boolean): string {
  if (value === null || value === undefined) return 'None'
  if (typeof value === 'boolean') return value ? 'True' : 'False'
  if (typeof value === 'number') return numberText(value, real)
  if (typeof value === 'string') return quoted(value)
  if (!Array.isArray(value)) return 'None'
  const items = value.map((each) => literal(each, false, real))
  if (stays) return `[${items.join(', ')}]`
  return items.length === 1 ? `(${items[0]},)` : `(${items.join(', ')})`
}

/** As Python writes it: 1.0, 1e-06. */
function numberText(value: number, real: boolean): string {
  if (Number.isInteger(value) && Math.abs(value) < 1e16) return real ? `${value}.0` : String(value)
  const [, digits = '', power = '0'] = /^(.*)e(.*)$/.exec(value.toExponential()) ?? []
  const exponent = Number(power)
  if (exponent >= -4 && exponent < 16) return String(value)
  return `${digits}e${exponent < 0 ? '-' : '+'}${String(Math.abs(exponent)).padStart(2, '0')}`
}

function quoted(text: string): string {
  return JSON.stringify(text)
}
