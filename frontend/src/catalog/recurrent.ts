// What RNN and Bidirectional give beside their output: told by the cell or layer inside. Mirrors backend/layerloom/graph/recurrent.py.

import { USUAL_PORT, type Port } from '../contract'
import type { CatalogIndex } from './catalog'

type Params = Readonly<Record<string, unknown>>

export const HOLDERS: ReadonlySet<string> = new Set(['Bidirectional', 'RNN'])

export function recurrentOutputs(catalog: CatalogIndex, layer: string, params: Params): Port[] {
  const names = ['output']
  if (layer === 'Bidirectional') {
    if (params['merge_mode'] === null) names.push('backward')
    const [inner, own] = nested(params['layer'])
    const states = own['return_state'] === true ? statesOf(catalog, inner, own) : []
    for (const way of ['forward', 'backward']) names.push(...states.map((state) => `${way}_${state}`))
  } else if (params['return_state'] === true) names.push(...statesOf(catalog, layer, params))
  return names.map((name) => ({ ...USUAL_PORT, name }))
}

function statesOf(catalog: CatalogIndex, layer: string, params: Params): string[] {
  if (layer !== 'RNN') return named(catalog, layer)
  const [cell, own] = nested(params['cell'])
  if (cell !== 'StackedRNNCells') return named(catalog, cell)
  const cells = Array.isArray(own['cells']) ? own['cells'].map((one) => nested(one)[0]) : []
  if (cells.length === 1) return named(catalog, cells[0] ?? '')
  return cells.flatMap((one, at) => named(catalog, one).map((state) => `${state}_${at + 1}`))
}

/** A cell keeps the states of the layer it is made for. */
function named(catalog: CatalogIndex, layer: string): string[] {
  const ports = catalog.get('layer', layer.replace(/Cell$/, ''))?.outputs ?? []
  return ports.flatMap(({ name, when }) => (when?.param === 'return_state' ? [name] : []))
}

function nested(value: unknown): [string, Params] {
  if (typeof value === 'string') return [value, {}]
  const { name, params } = (value ?? {}) as { name?: unknown; params?: unknown }
  return [typeof name === 'string' ? name : '', typeof params === 'object' && params ? (params as Params) : {}]
}
