// Which ports a node has, from the catalog and its parameters. Mirrors backend/layerloom/graph/ports.py.

import { valueOf, type CatalogIndex } from './catalog'
import type { Member, Node, Port } from '../contract'

type Nodes = Readonly<Record<string, Node>>

const port = (name: string): Port => ({ name, many: false, required: true, when: null, doc: '' })
const IN: readonly Port[] = [port('input')]
const OUT: readonly Port[] = [port('output')]
const NONE: readonly Port[] = []

/** The node whose `layer` and `params` count: the owner's, where it shares one. */
export function layerOf<T extends Node>(nodes: Nodes, node: T): T {
  const owner = node.type === 'layer' && node.shares ? nodes[node.shares] : undefined
  return owner?.type === 'layer' ? (owner as T) : node
}

export function inputsOf(catalog: CatalogIndex, nodes: Nodes, node: Node): readonly Port[] {
  if (node.type === 'input') return NONE
  return node.type === 'layer' ? ofLayer(catalog, layerOf(nodes, node), 'inputs', IN) : IN
}

export function outputsOf(catalog: CatalogIndex, nodes: Nodes, node: Node): readonly Port[] {
  if (node.type === 'output') return NONE
  return node.type === 'layer' ? ofLayer(catalog, layerOf(nodes, node), 'outputs', OUT) : OUT
}

function ofLayer(
  catalog: CatalogIndex,
  node: Node & { type: 'layer' },
  side: 'inputs' | 'outputs',
  unknown: readonly Port[],
): readonly Port[] {
  const member = catalog.get('layer', node.layer)
  return member ? present(member, member[side], node.params) : unknown
}

/** The ports that exist while the parameters are these; a parameter not given counts with its default. */
export function present(
  member: Member,
  ports: readonly Port[],
  params: Readonly<Record<string, unknown>>,
): readonly Port[] {
  if (ports.every((each) => !each.when)) return ports
  return ports.filter((each) => !each.when || valueOf(member, params, each.when.param) === each.when.equals)
}
