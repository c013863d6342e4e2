// Which ports a node has, from the catalog and its parameters. Mirrors backend/layerloom/graph/ports.py.

import { paramOf, valueOf, type CatalogIndex } from './catalog'
import { USUAL_PORT, type BlockNode, type Member, type Node, type Port } from '../contract'
import { idOf, portsOf } from './blocks'
import { memberOf } from './member'
import { HOLDERS, recurrentOutputs } from './recurrent'

type Nodes = Readonly<Record<string, Node>>

const port = (name: string): Port => ({ ...USUAL_PORT, name })
const IN: readonly Port[] = [port('input')]
const OUT: readonly Port[] = [port('output')]
const NONE: readonly Port[] = []

/** The node whose `layer` and `params` count: the owner's, where it shares one; of a block, the one whose inside it is. */
export function layerOf<T extends Node>(nodes: Nodes, node: T): T {
  const shares = node.type === 'layer' || node.type === 'block' ? node.shares : null
  const owner = shares ? nodes[shares] : undefined
  return owner?.type === node.type ? (owner as T) : node
}

export function inputsOf(catalog: CatalogIndex, nodes: Nodes, node: Node): readonly Port[] {
  if (node.type === 'input') return NONE
  if (node.type === 'op') return memberOf(catalog, node)?.inputs ?? IN
  if (node.type === 'block') return ofBlock(nodes, node, 'input')
  if (node.type === 'custom') return memberOf(catalog, node)?.inputs ?? IN
  return node.type === 'layer' ? ofLayer(catalog, layerOf(nodes, node), 'inputs', IN) : IN
}

/** `wires`: how many arrive at an input that decides how many outputs there are; only few operations ask. */
export function outputsOf(catalog: CatalogIndex, nodes: Nodes, node: Node, wires: Wires = () => 0): readonly Port[] {
  if (node.type === 'output') return NONE
  if (node.type === 'op') {
    const member = memberOf(catalog, node)
    return member ? outputsWith(member, node.params, wires) : OUT
  }
  if (node.type === 'block') return ofBlock(nodes, node, 'output')
  if (node.type === 'custom') return memberOf(catalog, node)?.outputs ?? OUT
  return node.type === 'layer' ? ofLayer(catalog, layerOf(nodes, node), 'outputs', OUT) : OUT
}

/** The ends inside, by their ids. */
function ofBlock(nodes: Nodes, node: BlockNode, end: 'input' | 'output'): readonly Port[] {
  const id = idOf(nodes, node)
  return id === undefined ? NONE : portsOf(nodes, id, end).map(port)
}

function ofLayer(
  catalog: CatalogIndex,
  node: Node & { type: 'layer' },
  side: 'inputs' | 'outputs',
  unknown: readonly Port[],
): readonly Port[] {
  const member = catalog.get('layer', node.layer)
  if (!member) return unknown
  if (side === 'outputs' && HOLDERS.has(member.name)) return recurrentOutputs(catalog, member.name, node.params)
  return present(member, member[side], node.params)
}

type Wires = (port: string) => number

/** Outputs that a node may have by `each`. */
const MOST_PARTS = 64

/** The output ports, each that comes several times as often as it does. */
export function outputsWith(
  member: Member,
  params: Readonly<Record<string, unknown>>,
  wires: Wires = () => 0,
): readonly Port[] {
  const shown = present(member, member.outputs, params)
  if (shown.every((each) => !each.each)) return shown
  return shown.flatMap((each) => {
    if (!each.each) return [each]
    const times = Math.min(timesOf(member, params, each.each, wires), MOST_PARTS)
    return Array.from({ length: times }, (_, at) => ({ ...each, name: `${each.name}_${at + 1}`, each: '' }))
  })
}

/** As the number says; places to cut at give one part more than they are. */
function timesOf(member: Member, params: Readonly<Record<string, unknown>>, name: string, wires: Wires): number {
  if (member.inputs.some((each) => each.name === name)) return wires(name)
  const value = valueOf(member, params, name)
  if (Array.isArray(value)) return value.length + (paramOf(member, name)?.type === 'shape' ? 0 : 1)
  return typeof value === 'number' && Number.isInteger(value) ? Math.max(value, 0) : 0
}

/** Counts the wires that arrive at a node, port by port. */
export function wiresInto(
  edges: Readonly<Record<string, { target: string; target_port: string }>>,
  id: string | undefined,
): Wires {
  return (name) => Object.values(edges).filter((edge) => edge.target === id && edge.target_port === name).length
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
