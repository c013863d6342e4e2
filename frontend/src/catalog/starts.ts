// A layer's name → a node of it that works at once: it begins with the catalog's first values, the rest stays Keras'.

import type { BackboneNode, Edit, InputNode, LayerNode, Member, Node, OpNode, OutputNode } from '../contract'
import type { CatalogIndex } from './catalog'
import { newCustom } from './custom'
import { stemOf } from './names'

export function newLayer(catalog: CatalogIndex, layer: string, more: Readonly<Record<string, unknown>> = {}): LayerNode {
  const params = { ...catalog.get('layer', layer)?.start, ...more }
  return { type: 'layer', name: `${stemOf(layer)}_1`, layer, params, trainable: true, shares: null, bypassed: false, block: null }
}

export function newOp(catalog: CatalogIndex, op: string, more: Readonly<Record<string, unknown>> = {}): OpNode {
  const name = `${op.split('.').at(-1) ?? op}_1`
  return { type: 'op', name, op, params: { ...catalog.get('op', op)?.start, ...more }, bypassed: false, block: null }
}

/** Without the head it was made with, and without weights, so that it works at once. */
export function newBackbone(application: string): BackboneNode {
  const params = { include_top: false, weights: null, pooling: 'avg' }
  return { type: 'backbone', name: `${stemOf(application)}_1`, application, params, freeze: null, preprocess: true, block: null }
}

export function newInput(name = 'features'): InputNode {
  return { type: 'input', name, columns: null, shape: null, dtype: 'float32', scaling: 'auto', block: null }
}

export function newOutput(name = 'answer'): OutputNode {
  return { type: 'output', name, target: null, loss: null, metrics: null, weight: 1, block: null }
}

/** What the palette and the menus hand out: a layer, an operation, or one of the two ends of a model. */
export type Item =
  | { type: 'input' }
  | { type: 'output' }
  | {
      type: 'layer'
      layer: string
      /** To be set beside its start. */
      params?: Readonly<Record<string, unknown>>
      /** To be changed on the layer before it. */
      before?: readonly Edit[]
    }
  /** A block of the person's library. */
  | { type: 'saved'; block: string; title: string }
  | { type: 'backbone'; application: string }
  /** Code of the project's own. */
  | { type: 'custom'; code: string; title: string }
  | { type: 'op'; op: string; params?: Readonly<Record<string, unknown>>; before?: readonly Edit[] }

/** Of a layer or an operation of the catalog; `params` and `before` are what has to be set so that it fits. */
export function itemOf(
  { kind, name }: Pick<Member, 'kind' | 'name'>,
  fitted: { params?: Readonly<Record<string, unknown>>; before?: readonly Edit[] } = {},
): Item & { type: 'layer' | 'op' } {
  return kind === 'op' ? { ...fitted, type: 'op', op: name } : { ...fitted, type: 'layer', layer: name }
}

/** What goes into a wire: all but the ends. */
export function isInner(item: Item | null): item is Item & { type: 'layer' | 'op' } {
  return item?.type === 'layer' || item?.type === 'op'
}

/** What goes into a wire, code of one's own included. */
export function goesIntoWires(item: Item | null): boolean {
  return isInner(item) || item?.type === 'custom'
}

/** Its name in the catalog. */
export function namedIn(item: Item & { type: 'layer' | 'op' }): string {
  return item.type === 'op' ? item.op : item.layer
}

export function nodeOf(catalog: CatalogIndex, item: Item): Node {
  if (item.type === 'layer') return newLayer(catalog, item.layer, item.params)
  if (item.type === 'op') return newOp(catalog, item.op, item.params)
  if (item.type === 'backbone') return newBackbone(item.application)
  const own = item.type === 'custom' ? catalog.own(item.code) : undefined
  if (item.type === 'custom' && own) return newCustom(item.code, own)
  return item.type === 'input' ? newInput() : newOutput()
}
