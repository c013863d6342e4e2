// What the menu offers for its purpose and a query: what fits first, then what would with a change, then the rest with the reason.

import { homeOf } from '../catalog/blocks'
import { sentenceOf, type CatalogIndex } from '../catalog/catalog'
import { kindOf, likely, search } from '../catalog/fits'
import { looksOf, memberOf } from '../catalog/member'
import { outputsOf } from '../catalog/ports'
import { itemOf, type Item } from '../catalog/starts'
import type { Fits, Node } from '../contract'
import type { GraphSnapshot } from '../document/graph'
import type { InferenceView } from '../document/inference'
import { arrival } from '../document/legality'
import { linksOf } from '../document/links'
import { tensorOf, type Place } from '../fits/place'
import { drawnIn, ordered, searched, standingOf, type Standing } from '../fits/standing'
import { whyNot } from '../fits/words'
import { t } from '../words/words'
import type { Purpose } from './menu'

export interface MenuOffer {
  key: string
  title: string
  hint: string
  icon: string
  group: string
  fits: Standing['fits']
  /** What has to be set, or why it does not fit; in a few words. */
  said: string
  /** Null: it is there to say why it cannot be. */
  choose:
    | { type: 'add'; item: Item }
    | { type: 'wire'; node: string; port: string }
    | { type: 'select'; node: string }
    | null
}

const MOST_FOUND = 40

/** The place of the graph that the menu is about. */
export function placeOf(purpose: Purpose, graph: GraphSnapshot, catalog: CatalogIndex): Place | null {
  if (purpose.type === 'insert') return { type: 'into', edge: purpose.edge }
  if (purpose.type === 'connect') return { type: 'onto', node: purpose.node, port: portOf(purpose.node, graph, catalog) }
  if (purpose.type !== 'wired') return null
  const { node, port, side } = purpose.joint
  return { type: side === 'source' ? 'after' : 'before', node, port }
}

export function portOf(id: string, graph: GraphSnapshot, catalog: CatalogIndex): string {
  const node = graph.nodes[id]
  return (node && outputsOf(catalog, graph.nodes, node)[0]?.name) ?? 'output'
}

export function offersFor(
  purpose: Purpose,
  query: string,
  catalog: CatalogIndex,
  graph: GraphSnapshot,
  inference: InferenceView,
  fits: Fits | null,
): MenuOffer[] {
  if (purpose.type === 'connect') return targets(purpose.node, query, catalog, graph, fits)
  if (purpose.type === 'find') return found(query, catalog, graph)
  const place = placeOf(purpose, graph, catalog)
  const tensor = place && tensorOf(place, graph, inference)
  const rank = tensor?.shape.length ?? null
  const drawn = drawnIn(graph.nodes, catalog)
  const typed = query.trim() !== ''
  // Operations are many: they come to whoever types.
  const all = typed ? [...catalog.members('layer'), ...catalog.members('op')] : catalog.members('layer')
  const standing = (member: (typeof all)[number]) => standingOf(member, fits, rank, drawn)
  const standings = typed
    ? searched(search(catalog, all, query).map(standing), query)
    : ordered(catalog, all.map(standing), tensor)
  // A wire on empty canvas is offered what takes it; whoever types another name is told why it does not.
  const offered = typed || purpose.type !== 'wired' ? standings : standings.filter(({ fits }) => fits !== 'no')
  const layers = offered.map(layerOffer)
  const ends = endOffers(purpose).filter((offer) => offer.title.toLowerCase().startsWith(query.trim().toLowerCase()))
  // An end whose name begins like what is typed is what is meant.
  if (typed || purpose.type === 'free') return [...ends, ...layers]
  const first = Math.min(6, likely(tensor).length)
  return [...layers.slice(0, first), ...ends, ...layers.slice(first)]
}

export function headingOf(
  purpose: Purpose,
  graph: GraphSnapshot,
  inference: InferenceView,
  catalog: CatalogIndex,
): string {
  const name = (id: string) => graph.nodes[id]?.name ?? ''
  const place = purpose.type === 'connect' ? null : placeOf(purpose, graph, catalog)
  const tensor = place && tensorOf(place, graph, inference)
  const what = tensor ? kindOf(tensor.shape.length) : ''
  switch (purpose.type) {
    case 'free':
      return t('add-heading')
    case 'insert':
      return what ? t('add-heading-insert-takes', { what }) : t('add-heading-insert')
    case 'wired': {
      const values = { name: name(purpose.joint.node), what }
      if (purpose.joint.side === 'target') return t('add-heading-before', values)
      return what ? t('add-heading-after-takes', values) : t('add-heading-after', values)
    }
    case 'connect':
      return t('add-heading-connect', { name: name(purpose.node) })
    case 'find':
      return t('add-heading-find')
  }
}

function layerOffer({ member, fits, change, why, because, params, before }: Standing): MenuOffer {
  return {
    key: member.name,
    title: member.name,
    hint: because || sentenceOf(member),
    icon: member.icon,
    group: member.group,
    fits,
    said: why || change,
    choose: { type: 'add', item: itemOf(member, { params, before }) },
  }
}

function endOffers(purpose: Purpose): MenuOffer[] {
  const input: MenuOffer = {
    key: ':input',
    title: t('canvas-input'),
    hint: t('palette-input-doc'),
    icon: 'input',
    group: 'io',
    fits: 'yes',
    said: '',
    choose: { type: 'add', item: { type: 'input' } },
  }
  const output: MenuOffer = {
    key: ':output',
    title: t('canvas-output'),
    hint: t('palette-output-doc'),
    icon: 'output',
    group: 'io',
    fits: 'yes',
    said: '',
    choose: { type: 'add', item: { type: 'output' } },
  }
  if (purpose.type === 'free') return [input, output]
  if (purpose.type === 'wired') return purpose.joint.side === 'source' ? [output] : [input]
  return []
}

/** Every node that a wire may reach: what takes it first, what would not with the reason, what cannot be wired at all last. */
function targets(
  from: string,
  query: string,
  catalog: CatalogIndex,
  graph: GraphSnapshot,
  fits: Fits | null,
): MenuOffer[] {
  const port = portOf(from, graph, catalog)
  const wired = new Set(
    linksOf(graph.edges)
      .from(from)
      .map((link) => link.target),
  )
  const drawn = drawnIn(graph.nodes, catalog)
  const wanted = query.trim().toLowerCase()
  const offers = Object.entries(graph.nodes).flatMap(([id, node]): MenuOffer[] => {
    if (id === from || node.type === 'input' || homeOf(graph.nodes, id) !== homeOf(graph.nodes, from) || !node.name.toLowerCase().includes(wanted)) return []
    const offer = nodeOffer(id, node, catalog)
    const end = arrival(catalog, graph, { node: from, port }, id)
    if (wired.has(id)) return [{ ...offer, fits: 'no', said: t('canvas-refused-duplicate_edge'), choose: null }]
    if ('code' in end) return [{ ...offer, fits: 'no', said: t(`canvas-refused-${end.code}`), choose: null }]
    const problem = fits?.targets.find((one) => one.node === id && one.port === end.port)?.problem
    const choose = { type: 'wire', node: id, port: end.port } as const
    if (!problem) return [{ ...offer, choose }]
    return [{ ...offer, fits: 'breaks', said: whyNot(problem, drawn.member(id)), hint: problem.message, choose }]
  })
  const far = { yes: 0, with: 1, breaks: 2, no: 3 }
  return offers.toSorted((a, b) => far[a.fits] - far[b.fits])
}

/** Nodes by name or by what they are. */
function found(query: string, catalog: CatalogIndex, graph: GraphSnapshot): MenuOffer[] {
  const wanted = query.trim().toLowerCase()
  return Object.entries(graph.nodes)
    .map(([id, node]) => nodeOffer(id, node, catalog))
    .filter((offer) => `${offer.title} ${offer.hint}`.toLowerCase().includes(wanted))
    .slice(0, MOST_FOUND)
}

function nodeOffer(id: string, node: Node, catalog: CatalogIndex): MenuOffer {
  return {
    key: id,
    title: node.name,
    hint: memberOf(catalog, node)?.name ?? node.type,
    ...looksOf(catalog, node),
    fits: 'yes',
    said: '',
    choose: { type: 'select', node: id },
  }
}
