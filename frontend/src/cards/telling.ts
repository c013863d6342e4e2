// A node of the drawing → what its card tells of: the layer, its parameters, the shapes around it, and its facts.

import type { CatalogIndex } from '../catalog/catalog'
import { layerOf } from '../catalog/ports'
import type { Edge, Member, Node, NodeInference } from '../contract'
import { type Around, factsOf, type Facts, type Shape } from './facts'
import { sumsOf } from './lines'
import { joined, type Sum } from './sum'
import { isSpec } from '../catalog/line'

export interface Telling {
  member: Member | null
  params: Readonly<Record<string, unknown>>
  name: string | null
  around: Around
  /** As Keras counts them; null while unknown. */
  count: number | null
  facts: Facts
}

interface Drawing {
  nodes: Readonly<Record<string, Node>>
  edges: Readonly<Record<string, Edge>>
}

/** Of a layer, the text of its sums of parameters; undefined while it is not known. */
export type SumsText = (layer: string) => string | undefined

export function tellingOf(
  catalog: CatalogIndex,
  drawing: Drawing,
  inference: Readonly<Record<string, NodeInference>>,
  id: string,
  inner: SumsText = () => undefined,
): Telling {
  const node = drawing.nodes[id]
  const counts = node && layerOf(drawing.nodes, node)
  const member = (counts?.type === 'layer' && catalog.get('layer', counts.layer)) || null
  const params = counts?.type === 'layer' ? counts.params : {}
  const around = aroundOf(drawing, inference, id)
  // A shared layer's weights are counted once, at the node that owns them.
  const owner = node?.type === 'layer' && node.shares ? node.shares : id
  const told = inference[owner]
  const count = told && !told.stale ? told.params : null
  const name = node?.name ?? null
  return { member, params, name, around, count, facts: member ? allFacts(catalog, member, params, around, inner) : new Map() }
}

export function aroundOf(
  { edges }: Pick<Drawing, 'edges'>,
  inference: Readonly<Record<string, NodeInference>>,
  id: string,
): Around {
  const arriving = Object.values(edges)
    .filter((edge) => edge.target === id)
    .toSorted((a, b) => (a.order < b.order ? -1 : 1))
  const inputs: Record<string, Shape[]> = {}
  for (const { source, source_port, target_port } of arriving) {
    const shape = inference[source]?.outputs[source_port]?.shape
    if (shape) (inputs[target_port] ??= []).push(shape)
  }
  const outputs = inference[id]?.outputs
  return { inputs, output: (outputs && (outputs['output'] ?? Object.values(outputs)[0])?.shape) ?? null }
}

/** With the parameters of the layer inside, where this one wraps another. */
export function allFacts(
  catalog: CatalogIndex,
  member: Member,
  params: Readonly<Record<string, unknown>>,
  around: Around,
  inner: SumsText,
): Facts {
  const facts = new Map(factsOf(member, params, around))
  const inside = innerOf(catalog, params)
  const text = inside && inner(inside.member.name)
  if (inside && typeof text === 'string') facts.set('inner', innerSum(catalog, member, inside, around, text, inner))
  return facts
}

export function innerOf(
  catalog: CatalogIndex,
  params: Readonly<Record<string, unknown>>,
): { member: Member; params: Readonly<Record<string, unknown>> } | null {
  const spec = params['layer']
  const member = isSpec(spec) ? catalog.get('layer', spec.name) : undefined
  return member && isSpec(spec) ? { member, params: spec.params ?? {} } : null
}

function innerSum(
  catalog: CatalogIndex,
  wrapper: Member,
  inside: NonNullable<ReturnType<typeof innerOf>>,
  around: Around,
  text: string,
  inner: SumsText,
): Sum {
  // TimeDistributed shows its layer one step at a time, Bidirectional the whole sequence.
  const stepped = wrapper.name === 'TimeDistributed'
  const one = (shape: Shape) => (stepped ? [shape[0] ?? null, ...shape.slice(2)] : shape)
  const inputs = Object.fromEntries(Object.entries(around.inputs).map(([port, shapes]) => [port, shapes.map(one)]))
  const facts = allFacts(catalog, inside.member, inside.params, { inputs, output: null }, inner)
  return joined('+', sumsOf(text, facts).map((line) => line.sum))
}
