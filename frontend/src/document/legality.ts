// May this wire be drawn? Null, or why not in one sentence. Mirrors backend/layerloom/graph/legality.py; both read tests/graphs/legality.json.
// Shapes are not looked at: a wire whose shape is wrong may be drawn, and says what is wrong with it.

import type { CatalogIndex } from '../catalog/catalog'
import { homeOf } from '../catalog/blocks'
import { inputsOf, outputsOf, wiresInto } from '../catalog/ports'
import type { Edge, Node } from '../contract'
import { t } from '../words/words'
import { linksOf } from './links'

export interface Wiring {
  readonly nodes: Readonly<Record<string, Node>>
  readonly edges: Readonly<Record<string, Edge>>
}

export type Wire = Pick<Edge, 'source' | 'source_port' | 'target' | 'target_port'>

export interface Illegal {
  code: 'dangling_edge' | 'wire_across_blocks' | 'self_loop' | 'wrong_way_wire' | 'unknown_port' | 'duplicate_edge' | 'port_taken' | 'cycle'
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
  if (!source || !target) return { code: 'dangling_edge', reason: t('wire-dangling') }
  if (wire.source === wire.target) return { code: 'self_loop', reason: t('wire-self', { name: source.name }) }
  if (homeOf(graph.nodes, wire.source) !== homeOf(graph.nodes, wire.target)) {
    return { code: 'wire_across_blocks', reason: t('wire-crosses', { source: source.name, target: target.name }) }
  }
  if (source.type === 'output') {
    return { code: 'wrong_way_wire', reason: t('wire-from-output', { name: source.name }) }
  }
  if (target.type === 'input') {
    return { code: 'wrong_way_wire', reason: t('wire-into-input', { name: target.name }) }
  }
  if (!outputsOf(catalog, graph.nodes, source, wiresInto(graph.edges, wire.source)).some((port) => port.name === wire.source_port)) {
    return { code: 'unknown_port', reason: t('wire-no-output', { name: source.name, port: wire.source_port }) }
  }
  const port = inputsOf(catalog, graph.nodes, target).find((each) => each.name === wire.target_port)
  if (!port) return { code: 'unknown_port', reason: t('wire-no-input', { name: target.name, port: wire.target_port }) }

  const there = linksOf(graph.edges)
    .into(wire.target)
    .filter((link) => link.target_port === wire.target_port && link.id !== moving)
  if (there.some((link) => link.source === wire.source && link.source_port === wire.source_port)) {
    return { code: 'duplicate_edge', reason: t('wire-twice', { source: source.name, target: target.name }) }
  }
  const circle = pathBetween(graph, wire.target, wire.source)
  if (circle) {
    const names = circle.length > 5 ? [...circle.slice(0, 3), '…', ...circle.slice(-1)] : circle
    return {
      code: 'cycle',
      reason: t('wire-circle', { path: [...names, circle[0]].join(' → ') }),
    }
  }
  if (!port.many && there.length) {
    const before = graph.nodes[there[0]?.source ?? '']?.name ?? t('wire-another-node')
    return {
      code: 'port_taken',
      reason: t('wire-taken', { name: target.name, before }),
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
  moving: string | null = null,
): { port: string } | Illegal {
  const node = graph.nodes[target]
  let first: Illegal | null = null
  for (const port of node ? inputsOf(catalog, graph.nodes, node) : []) {
    const wire = { source: from.node, source_port: from.port, target, target_port: port.name }
    const wrong = illegal(catalog, graph, wire, moving)
    if (!wrong) return { port: port.name }
    first ??= wrong
  }
  if (first) return first
  const name = node?.name ?? t('wire-this-node')
  return { code: 'wrong_way_wire', reason: t('wire-into-input', { name }) }
}

/** The port of `source` from which a wire may leave to this joint, or why there is none. */
export function departure(
  catalog: CatalogIndex,
  graph: Wiring,
  to: { node: string; port: string },
  source: string,
  moving: string | null = null,
): { port: string } | Illegal {
  const node = graph.nodes[source]
  let first: Illegal | null = null
  for (const port of node ? outputsOf(catalog, graph.nodes, node, wiresInto(graph.edges, source)) : []) {
    const wire = { source, source_port: port.name, target: to.node, target_port: to.port }
    const wrong = illegal(catalog, graph, wire, moving)
    if (!wrong) return { port: port.name }
    first ??= wrong
  }
  if (first) return first
  const name = node?.name ?? t('wire-this-node')
  return { code: 'wrong_way_wire', reason: t('wire-from-output', { name }) }
}
