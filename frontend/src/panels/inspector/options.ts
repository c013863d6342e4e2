// What a field offers to choose from. Names come from the catalog; only the order, and the number types, are said here.

import type { CatalogIndex } from '../../catalog/catalog'
import type { Member, Param } from '../../contract'

const USUAL = ['relu', 'softmax', 'sigmoid', 'tanh', 'gelu', 'silu', 'elu', 'selu', 'leaky_relu', 'softplus']

/** The usual ones first. Those that need a value of their own cannot be given by name. */
export function activations(catalog: CatalogIndex): string[] {
  const names = catalog
    .members('activation')
    .filter((member) => !member.params.some((param) => param.required))
    .map((member) => member.name)
  return [...USUAL.filter((name) => names.includes(name)), ...names.filter((name) => !USUAL.includes(name))]
}

/** As backend/layerloom/graph/validate/params.py takes them. */
export const DTYPES = [
  ...['float32', 'float16', 'bfloat16', 'float64', 'int8', 'int16', 'int32', 'int64'],
  ...['uint8', 'uint16', 'uint32', 'bool', 'string'],
] as const

const POLICIES = ['mixed_float16', 'mixed_bfloat16'] as const

/** The number type of a layer may be a policy; that of a list of words may not. */
export function dtypes(param: Param): string[] {
  return param.nullable ? [...DTYPES, ...POLICIES] : [...DTYPES]
}

/** Layers that can stand inside this parameter. Cells are not in the palette: each is found beside its layer. */
export function innerLayers(catalog: CatalogIndex, param: Param): readonly Member[] {
  const all = catalog.members('layer')
  if (/^cells?$/.test(param.name)) {
    const cells = all.flatMap((member) => catalog.get('layer', `${member.name}Cell`) ?? [])
    const stacked = param.type === 'layer' ? catalog.get('layer', 'StackedRNNCells') : undefined
    return stacked ? [...cells, stacked] : cells
  }
  const fits = all.filter((member) => member.stands_alone && member.inputs.every((port) => !port.many))
  return isDirected(catalog, param) ? fits.filter(hasDirection) : fits
}

const hasDirection = (member: Member): boolean => member.params.some((param) => param.name === 'go_backwards')

/** Of Bidirectional: both of its layers must be able to run backwards. */
function isDirected(catalog: CatalogIndex, param: Param): boolean {
  return catalog.owner(param)?.name === 'Bidirectional'
}
