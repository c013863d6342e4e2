// Nodes that stand together → one block. What of them leads outside becomes the block's ports; wires keep their ids and their order.

import type { CatalogIndex } from '../catalog/catalog'
import { homeOf } from '../catalog/blocks'
import { newInput, newOutput } from '../catalog/starts'
import { inputsOf, outputsOf } from '../catalog/ports'
import type { BlockNode, Position } from '../contract'
import { t } from '../words/words'
import type { GraphSnapshot } from './graph'
import { downstream, linksOf, upstream, type Link } from './links'
import { addNode, connect, moveInto, moveNodes, redirect } from './nodes'
import { around, freeNear, isCovered, NODE_HEIGHT, NODE_WIDTH, snap, STEP, type Box } from './place'
import type { Roots } from './roots'

/** Why not; `also`: with these selected too it would go. */
export interface Refused {
  reason: string
  also?: readonly string[]
}

interface Port {
  /** Where a tensor comes from: outside for what comes in, inside for what goes out. None yet for a loose end. */
  node: string | null
  port: string
  /** The wires that carry it across; of a loose end, none. */
  wires: readonly Link[]
  /** A loose end's joint inside. */
  loose?: { node: string; port: string }
}

export interface Grouping {
  home: string | null
  ids: readonly string[]
  inputs: readonly Port[]
  outputs: readonly Port[]
  box: Box
}

const BLOCK: BlockNode = {
  type: 'block',
  name: 'block_1',
  kind: 'inline',
  repeat: 1,
  varying: {},
  shares: null,
  prefixed: true,
  bypassed: false,
  block: null,
}

/** Ends of the model, and ports of the block round them, stay outside. */
export function groupingOf(graph: GraphSnapshot, catalog: CatalogIndex, selected: readonly string[]): Grouping | Refused {
  const { nodes, edges, layout } = graph
  const there = selected.filter((id) => nodes[id])
  const home = there[0] === undefined ? null : homeOf(nodes, there[0])
  const ids = there.filter((id) => homeOf(nodes, id) === home && nodes[id]?.type !== 'input' && nodes[id]?.type !== 'output')
  if (!ids.length) return { reason: t(there.length ? 'block-refused-ends' : 'block-refused-none') }

  const inside = new Set(ids)
  const after = downstream(edges, ids)
  const before = upstream(edges, ids)
  const between = [...after].filter((id) => before.has(id) && !inside.has(id))
  const [first] = between
  if (first !== undefined) {
    const values = { name: nodes[first]?.name ?? '', n: between.length - 1 }
    return { reason: t('block-refused-between', values), also: between }
  }
  const links = linksOf(edges)
  const into = ids.flatMap((id) => links.into(id).filter(({ source }) => !inside.has(source) && nodes[source]))
  const out = ids.flatMap((id) => links.from(id).filter(({ target }) => !inside.has(target) && nodes[target]))
  const boxes = ids.map((id) => ({ ...(layout[id] ?? ORIGIN), width: NODE_WIDTH, height: NODE_HEIGHT }))
  return {
    home,
    ids,
    inputs: into.length ? tensorsOf(into) : looseIn(graph, catalog, ids),
    outputs: out.length ? tensorsOf(out) : looseOut(graph, catalog, ids),
    box: around(boxes) ?? { x: 0, y: 0, width: NODE_WIDTH, height: NODE_HEIGHT },
  }
}

const ORIGIN: Position = { x: 0, y: 0 }

/** Wires of one tensor share a port. */
function tensorsOf(wires: readonly Link[]): Port[] {
  const ports = new Map<string, Port & { wires: Link[] }>()
  for (const wire of wires) {
    const key = `${wire.source} ${wire.source_port}`
    const found = ports.get(key)
    if (found) found.wires.push(wire)
    else ports.set(key, { node: wire.source, port: wire.source_port, wires: [wire] })
  }
  return [...ports.values()]
}

/** A block that nothing leads into yet gets a port where its first layers wait for something. */
function looseIn({ nodes, edges }: GraphSnapshot, catalog: CatalogIndex, ids: readonly string[]): Port[] {
  return ids.flatMap((id) => {
    const node = nodes[id]
    const port = node && inputsOf(catalog, nodes, node)[0]?.name
    if (port === undefined || linksOf(edges).into(id).length) return []
    return { node: null, port, wires: [], loose: { node: id, port } }
  })
}

function looseOut({ nodes, edges }: GraphSnapshot, catalog: CatalogIndex, ids: readonly string[]): Port[] {
  return ids.flatMap((id) => {
    const node = nodes[id]
    const port = node && outputsOf(catalog, nodes, node)[0]?.name
    if (port === undefined || linksOf(edges).from(id).length) return []
    return { node: null, port, wires: [], loose: { node: id, port } }
  })
}

/** Inside the caller's transaction. Returns the block's id. */
export function group(roots: Roots, graph: GraphSnapshot, plan: Grouping, notes: readonly string[]): string {
  const { home, ids, inputs, outputs, box } = plan
  const card = { x: snap(box.x + box.width / 2 - NODE_WIDTH / 2), y: box.y }
  const block = addNode(roots, { ...BLOCK, block: home }, card)
  for (const id of ids) moveInto(roots, id, block)
  for (const id of notes) roots.notes.get(id)?.set('block', block)
  const places = ids.map((id) => graph.layout[id] ?? ORIGIN)
  const put = (end: Position): Position => {
    const at = freeNear(places, end)
    places.push(at)
    return at
  }
  const xOf = (id: string | undefined) => graph.layout[id ?? '']?.x ?? box.x

  for (const { node, port, wires, loose } of inputs) {
    const at = put({ x: xOf(wires[0]?.target ?? loose?.node), y: box.y - STEP })
    const id = addNode(roots, { ...newInput('x'), block }, at)
    for (const { id: wire, target, target_port } of wires) {
      redirect(roots, wire, { source: id, source_port: 'output', target, target_port })
    }
    if (loose) connect(roots, { source: id, source_port: 'output', target: loose.node, target_port: loose.port }, false)
    else if (node !== null) connect(roots, { source: node, source_port: port, target: block, target_port: id }, false)
  }
  for (const { node, port, wires, loose } of outputs) {
    const from = node ?? loose?.node ?? ''
    const at = put({ x: xOf(from), y: box.y + box.height + STEP - NODE_HEIGHT })
    const id = addNode(roots, { ...newOutput('y'), block }, at)
    connect(roots, { source: from, source_port: port, target: id, target_port: 'input' }, false)
    for (const { id: wire, target, target_port } of wires) {
      redirect(roots, wire, { source: block, source_port: id, target, target_port })
    }
  }
  moveNodes(roots, closedUp(graph, plan, card))
  return block
}

/** What stood below moves up to the card, unless it would then stand on something. */
function closedUp({ layout, edges }: GraphSnapshot, { ids, box }: Grouping, card: Position): Record<string, Position> {
  const up = box.height - NODE_HEIGHT
  const inside = new Set(ids)
  const below = [...downstream(edges, ids)].filter((id) => !inside.has(id) && (layout[id]?.y ?? -Infinity) >= box.y + box.height)
  const moving = new Set(below)
  const still = [card, ...Object.entries(layout).flatMap(([id, at]) => (moving.has(id) || inside.has(id) ? [] : [at]))]
  const moved = Object.fromEntries(below.map((id) => [id, { x: layout[id]?.x ?? 0, y: (layout[id]?.y ?? 0) - up }]))
  return up > 0 && Object.values(moved).every((at) => !isCovered(still, at)) ? moved : {}
}
