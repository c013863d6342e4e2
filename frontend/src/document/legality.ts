// May this wire be drawn? Null, or why not in one sentence. Mirrors backend/layerloom/graph/legality.py; both read tests/graphs/legality.json.
// Shapes are not looked at: a wire whose shape is wrong may be drawn, and says what is wrong with it.

import type { CatalogIndex } from '../catalog/catalog'
import { inputsOf, outputsOf } from '../catalog/ports'
import type { Edge, Node } from '../contract'
import { linksOf } from './links'

export interface Wiring {
  readonly nodes: Readonly<Record<string, Node>>
  readonly edges: Readonly<Record<string, Edge>>
}

export type Wire = Pick<Edge, 'source' | 'source_port' | 'target' | 'target_port'>

export interface Illegal {
  code: 'dangling_edge' | 'self_loop' | 'wrong_way_wire' | 'unknown_port' | 'duplicate_edge' | 'port_taken' | 'cycle'
  reason: string
}

/** `moving` is a wire that would go: the one whose end is being dragged. */
export function illegal(
  catalog: CatalogIndex,
  graph: Wiring,
  wire: Wire,
  moving: string | null = null,
): Illegal | null {
  const source = graph.nodes[wire.source]
  const target = graph.nodes[wire.target]
  if (!source || !target) return { code: 'dangling_edge', reason: 'A wire needs a node at both ends.' }
  if (wire.source === wire.target) return { code: 'self_loop', reason: `${source.name} cannot feed itself.` }
  if (source.type === 'output') {
    return { code: 'wrong_way_wire', reason: `${source.name} ends the model: nothing leaves an output.` }
  }
  if (target.type === 'input') {
    return { code: 'wrong_way_wire', reason: `${target.name} begins the model: nothing arrives at an input.` }
  }
  if (!outputsOf(catalog, graph.nodes, source).some((port) => port.name === wire.source_port)) {
    return { code: 'unknown_port', reason: `${source.name} has no output “${wire.source_port}”.` }
  }
  const port = inputsOf(catalog, graph.nodes, target).find((each) => each.name === wire.target_port)
  if (!port) return { code: 'unknown_port', reason: `${target.name} has no input “${wire.target_port}”.` }

  const there = linksOf(graph.edges)
    .into(wire.target)
    .filter((link) => link.target_port === wire.target_port && link.id !== moving)
  if (there.some((link) => link.source === wire.source && link.source_port === wire.source_port)) {
    return { code: 'duplicate_edge', reason: `${source.name} and ${target.name} are wired already.` }
  }
  const circle = pathBetween(graph, wire.target, wire.source)
  if (circle) {
    const names = circle.length > 5 ? [...circle.slice(0, 3), '…', ...circle.slice(-1)] : circle
    return {
      code: 'cycle',
      reason: `That would close a circle: ${[...names, circle[0]].join(' → ')}. Data flows one way.`,
    }
  }
  if (!port.many && there.length) {
    const before = graph.nodes[there[0]?.source ?? '']?.name ?? 'another node'
    return {
      code: 'port_taken',
      reason: `${target.name} takes one wire and has it from ${before}. Remove that wire first, or join both with Add or Concatenate.`,
    }
  }
  return null
}

/** Names along the wires from one node to another, both included; null when there is no way. */
function pathBetween(graph: Wiring, from: string, to: string): string[] | null {
  const links = linksOf(graph.edges)
  const came = new Map<string, string | null>([[from, null]])
  const waiting = [from]
  for (let node = waiting.shift(); node !== undefined; node = waiting.shift()) {
    if (node === to) {
      const path: string[] = []
      for (let at: string | null | undefined = node; at; at = came.get(at)) path.unshift(graph.nodes[at]?.name ?? at)
      return path
    }
    for (const link of links.from(node)) {
      if (came.has(link.target)) continue
      came.set(link.target, node)
      waiting.push(link.target)
    }
  }
  return null
}

/** The port of `target` where a wire from this joint may arrive, or why there is none. */
export function arrival(
  catalog: CatalogIndex,
  graph: Wiring,
  from: { node: string; port: string },
  target: string,
): { port: string } | Illegal {
  const node = graph.nodes[target]
  let first: Illegal | null = null
  for (const port of node ? inputsOf(catalog, graph.nodes, node) : []) {
    const wire = { source: from.node, source_port: from.port, target, target_port: port.name }
    const wrong = illegal(catalog, graph, wire)
    if (!wrong) return { port: port.name }
    first ??= wrong
  }
  if (first) return first
  const name = node?.name ?? 'This node'
  return { code: 'wrong_way_wire', reason: `${name} begins the model: nothing arrives at an input.` }
}

/** The port of `source` from which a wire may leave to this joint, or why there is none. */
export function departure(
  catalog: CatalogIndex,
  graph: Wiring,
  to: { node: string; port: string },
  source: string,
): { port: string } | Illegal {
  const node = graph.nodes[source]
  let first: Illegal | null = null
  for (const port of node ? outputsOf(catalog, graph.nodes, node) : []) {
    const wire = { source, source_port: port.name, target: to.node, target_port: to.port }
    const wrong = illegal(catalog, graph, wire)
    if (!wrong) return { port: port.name }
    first ??= wrong
  }
  if (first) return first
  const name = node?.name ?? 'This node'
  return { code: 'wrong_way_wire', reason: `${name} ends the model: nothing leaves an output.` }
}
