// What the menu offers for its purpose and a query. Compatible things only where a wire is waiting.

import type { CatalogIndex } from '../catalog/catalog'
import { kindOf, misfit, offersAfter, popularity, search } from '../catalog/fits'
import type { Item } from '../catalog/starts'
import type { Member, Node } from '../contract'
import type { GraphSnapshot } from '../document/graph'
import type { InferenceView } from '../document/inference'
import { arrival } from '../document/legality'
import { linksOf } from '../document/links'
import { rankAt } from '../document/tensors'
import type { Purpose } from './menu'

export interface MenuOffer {
  key: string
  title: string
  hint: string
  icon: string
  group: string
  choose: { type: 'add'; item: Item } | { type: 'wire'; node: string; port: string } | { type: 'select'; node: string }
}

const MOST = 40

export function offersFor(
  purpose: Purpose,
  query: string,
  catalog: CatalogIndex,
  graph: GraphSnapshot,
  inference: InferenceView,
): MenuOffer[] {
  if (purpose.type === 'connect') return targets(purpose.node, query, catalog, graph)
  if (purpose.type === 'find') return found(query, catalog, graph)
  const rank = rankBefore(purpose, graph, inference)
  const fitting = catalog
    .members('layer')
    .filter((member) => !misfit(member, rank))
    .toSorted((a, b) => popularity(b) - popularity(a))
  const likely = offersAfter(catalog, rank).flatMap((offer) => (offer.why ? [] : [offer.member]))
  const members = query.trim()
    ? search(fitting, query)
    : [...likely, ...fitting.filter((member) => !likely.includes(member))]
  const layers = members.slice(0, MOST).map(layerOffer)
  const ends = endOffers(purpose).filter((offer) => offer.title.toLowerCase().startsWith(query.trim().toLowerCase()))
  const typed = query.trim() !== '' // then an end whose name begins like that is what is meant
  return typed || purpose.type === 'free' ? [...ends, ...layers] : [...layers.slice(0, 6), ...ends, ...layers.slice(6)]
}

/** Axes of what flows to the new node; null while unknown, or when the new node comes first. */
function rankBefore(purpose: Purpose, graph: GraphSnapshot, inference: InferenceView): number | null {
  if (purpose.type === 'wired') {
    return purpose.joint.side === 'source' ? rankAt(inference, purpose.joint.node, purpose.joint.port) : null
  }
  if (purpose.type !== 'insert') return null
  const wire = graph.edges[purpose.edge]
  return wire ? rankAt(inference, wire.source, wire.source_port) : null
}

export function headingOf(purpose: Purpose, graph: GraphSnapshot, inference: InferenceView): string {
  const name = (id: string) => graph.nodes[id]?.name ?? ''
  const rank = rankBefore(purpose, graph, inference)
  const what = rank === null ? '' : ` · takes ${kindOf(rank)}`
  switch (purpose.type) {
    case 'free':
      return 'Add'
    case 'insert':
      return `Insert into the wire${what}`
    case 'wired':
      return purpose.joint.side === 'source'
        ? `After ${name(purpose.joint.node)}${what}`
        : `Before ${name(purpose.joint.node)}`
    case 'connect':
      return `Wire ${name(purpose.node)} to`
    case 'find':
      return 'Go to'
  }
}

function layerOffer(member: Member): MenuOffer {
  return {
    key: member.name,
    title: member.name,
    hint: member.teaching || member.summary,
    icon: member.icon,
    group: member.group,
    choose: { type: 'add', item: { type: 'layer', layer: member.name } },
  }
}

function endOffers(purpose: Purpose): MenuOffer[] {
  const input: MenuOffer = {
    key: ':input',
    title: 'Input',
    hint: 'Where the data comes in.',
    icon: 'input',
    group: 'io',
    choose: { type: 'add', item: { type: 'input' } },
  }
  const output: MenuOffer = {
    key: ':output',
    title: 'Output',
    hint: 'What the model should answer: its target, loss and metrics.',
    icon: 'output',
    group: 'io',
    choose: { type: 'add', item: { type: 'output' } },
  }
  if (purpose.type === 'free') return [input, output]
  if (purpose.type === 'wired') return purpose.joint.side === 'source' ? [output] : [input]
  return []
}

function targets(from: string, query: string, catalog: CatalogIndex, graph: GraphSnapshot): MenuOffer[] {
  const port = 'output'
  const wired = new Set(
    linksOf(graph.edges)
      .from(from)
      .map((link) => link.target),
  )
  const wanted = query.trim().toLowerCase()
  return Object.entries(graph.nodes).flatMap(([id, node]): MenuOffer[] => {
    if (id === from || wired.has(id) || !node.name.toLowerCase().includes(wanted)) return []
    const end = arrival(catalog, graph, { node: from, port }, id)
    if ('code' in end) return []
    return [{ ...nodeOffer(id, node, catalog), choose: { type: 'wire', node: id, port: end.port } }]
  })
}

/** Nodes by name or by what they are. */
function found(query: string, catalog: CatalogIndex, graph: GraphSnapshot): MenuOffer[] {
  const wanted = query.trim().toLowerCase()
  return Object.entries(graph.nodes)
    .map(([id, node]) => nodeOffer(id, node, catalog))
    .filter((offer) => `${offer.title} ${offer.hint}`.toLowerCase().includes(wanted))
    .slice(0, MOST)
}

function nodeOffer(id: string, node: Node, catalog: CatalogIndex): MenuOffer {
  const member = node.type === 'layer' ? catalog.get('layer', node.layer) : undefined
  return {
    key: id,
    title: node.name,
    hint: member?.name ?? node.type,
    icon: member?.icon ?? node.type,
    group: member?.group ?? 'io',
    choose: { type: 'select', node: id },
  }
}
