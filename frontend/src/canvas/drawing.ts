// A graph → where each card and each wire of it is drawn, and what stands on them. Canvas units; knows no React, no colours' values.

import { allInside, homeOf, only, ownerOf, wholeOf } from '../catalog/blocks'
import type { CatalogIndex } from '../catalog/catalog'
import { nameOf } from '../catalog/datasets'
import { lineOf } from '../catalog/line'
import { isCall, looksOf } from '../catalog/member'
import { inputsOf, layerOf, outputsOf, wiresInto } from '../catalog/ports'
import type { DataSource, Edge, Node, NodeInference, Note, Position } from '../contract'
import { anchorX } from './anchors'
import { bowOf, curveOf, SLANTED } from './curve'
import { NODE_HEIGHT, NODE_WIDTH, STEP } from '../document/place'
import { shapeText, shortCount } from '../ui/format'

export interface Drawable {
  readonly nodes: Readonly<Record<string, Node>>
  readonly edges: Readonly<Record<string, Edge>>
  readonly layout: Readonly<Record<string, Position>>
  readonly notes?: Readonly<Record<string, Note>>
}

/** What is known beside the graph itself. */
export interface Known {
  readonly shapes?: Readonly<Record<string, NodeInference>>
  readonly data?: DataSource | null
}

export interface DrawnCard {
  id: string
  at: Position
  /** The catalog's icon and group; the group's colour token. */
  icon: string
  group: string
  color: string
  name: string
  line: string
  corner: string
  node: Node
}

export interface DrawnWire {
  id: string
  path: string
  middle: Position
  /** The shape that flows through it, where this wire is the one to say it. */
  shape: string | null
  /** The wire runs aside there: its shape stands above it, else at its right. */
  slanted: boolean
}

export interface Drawing {
  cards: DrawnCard[]
  wires: DrawnWire[]
  notes: Note[]
}

/** Of a graph with blocks, its top; of what is seen of one, that. */
export function drawingOf(whole: Drawable, catalog: CatalogIndex, known: Known = {}): Drawing {
  const graph = topOf(whole)
  const layout = placesOf(graph)
  const cards = Object.entries(graph.nodes).map(([id, node]) => cardOf(id, node, layout[id] ?? ORIGIN, graph, catalog, known))
  const spoken = new Set(speakers(graph.edges, layout))
  const wires = Object.entries(graph.edges).flatMap(([id, edge]) => {
    const wire = wireOf(id, edge, graph, layout, catalog)
    if (!wire) return []
    const tensor = known.shapes?.[edge.source]?.outputs[edge.source_port]
    const long = (layout[edge.target]?.y ?? 0) - (layout[edge.source]?.y ?? 0) > STEP + NODE_HEIGHT
    return [{ ...wire, shape: tensor && (spoken.has(id) || long) ? shapeText(tensor.shape) : null }]
  })
  return { cards, wires, notes: Object.values(graph.notes ?? {}) }
}

function topOf(graph: Drawable): Drawable {
  const { nodes, edges, notes = {} } = graph
  if (wholeOf(nodes) !== nodes || !Object.values(nodes).some(({ type }) => type === 'block')) return graph
  const here = (id: string) => homeOf(nodes, id) === null
  const kept = Object.entries(edges).filter(([, { source, target }]) => here(source) && here(target))
  const free = Object.entries(notes).filter(([, { block }]) => nodes[block ?? '']?.type !== 'block')
  return {
    ...graph,
    nodes: only(nodes, Object.keys(nodes).filter(here)),
    edges: Object.fromEntries(kept),
    notes: Object.fromEntries(free),
  }
}

const ORIGIN: Position = { x: 0, y: 0 }

/** Nodes that stand nowhere yet get a place in rows, as the canvas gives them one. */
export function placesOf({ nodes, layout }: Pick<Drawable, 'nodes' | 'layout'>): Record<string, Position> {
  return Object.fromEntries(
    Object.keys(nodes).map((id, at) => [id, layout[id] ?? { x: (at % 4) * 280, y: Math.floor(at / 4) * 120 }]),
  )
}

function cardOf(
  id: string,
  node: Node,
  at: Position,
  { nodes }: Drawable,
  catalog: CatalogIndex,
  known: Known,
): DrawnCard {
  const owner = layerOf(nodes, node)
  const { group, icon } = looksOf(catalog, owner)
  const found = known.shapes?.[id]
  const rank = node.type === 'input' ? (found?.outputs.output?.shape.length ?? null) : null
  return {
    id,
    at,
    icon,
    group,
    color: catalog.group(group)?.color ?? group,
    name: node.name,
    line: lineOf(catalog, node, owner, { rank, layers: layersIn(nodes, id) }),
    corner: cornerOf(node, found, known.data ?? null),
    node,
  }
}

/** How many stand in a block, those in the blocks within counted. */
export function layersIn(nodes: Drawable['nodes'], id: string): number {
  return nodes[id]?.type === 'block' ? allInside(nodes, ownerOf(nodes, id)).filter((each) => isCall(nodes[each])).length : 0
}

function cornerOf(node: Node, found: NodeInference | undefined, data: DataSource | null): string {
  if (node.block) return ''
  if (node.type === 'input') return data ? nameOf(data) : ''
  if (node.type === 'output') return node.target ?? ''
  const counted = node.type !== 'op' && !('shares' in node && node.shares)
  return counted && found && !found.stale ? shortCount(found.params) : ''
}

function wireOf(
  id: string,
  edge: Edge,
  { nodes, edges }: Drawable,
  layout: Readonly<Record<string, Position>>,
  catalog: CatalogIndex,
): Omit<DrawnWire, 'shape'> | null {
  const source = nodes[edge.source]
  const target = nodes[edge.target]
  const above = layout[edge.source]
  const below = layout[edge.target]
  if (!source || !target || !above || !below) return null
  const from = {
    x: above.x + anchorX(outputsOf(catalog, nodes, source, wiresInto(edges, edge.source)), edge.source_port),
    y: above.y + NODE_HEIGHT,
  }
  const to = { x: below.x + anchorX(inputsOf(catalog, nodes, target), edge.target_port), y: below.y }
  const bow = Math.round(bowOf(layout, edge.source, edge.target, from.x, to.x))
  const { path, middle } = curveOf(from, to, bow)
  return { id, path, middle, slanted: !bow && Math.abs(to.x - from.x) > SLANTED }
}

/** Of several wires out of one port, the straightest says the shape for all. */
function speakers(edges: Readonly<Record<string, Edge>>, layout: Readonly<Record<string, Position>>): string[] {
  const best = new Map<string, { id: string; aside: number }>()
  for (const [id, { source, source_port, target }] of Object.entries(edges)) {
    const aside = Math.abs((layout[target]?.x ?? 0) - (layout[source]?.x ?? 0))
    const port = `${source} ${source_port}`
    const other = best.get(port)
    if (!other || aside < other.aside || (aside === other.aside && id < other.id)) best.set(port, { id, aside })
  }
  return [...best.values()].map(({ id }) => id)
}

export interface Bounds {
  x: number
  y: number
  width: number
  height: number
}

export function boundsOf(drawing: Drawing): Bounds {
  const boxes = [
    ...drawing.cards.map(({ at }) => ({ ...at, width: NODE_WIDTH, height: NODE_HEIGHT })),
    ...drawing.notes.map(({ x, y, width, height }) => ({ x, y, width, height })),
    ...drawing.wires.map(({ middle }) => ({ ...middle, width: 1, height: 1 })),
  ]
  if (!boxes.length) return { x: 0, y: 0, width: NODE_WIDTH, height: NODE_HEIGHT }
  const low = (pick: (box: Bounds) => number) => boxes.reduce((least, box) => Math.min(least, pick(box)), Infinity)
  const high = (pick: (box: Bounds) => number) => boxes.reduce((most, box) => Math.max(most, pick(box)), -Infinity)
  const x = low((box) => box.x)
  const y = low((box) => box.y)
  return { x, y, width: high((box) => box.x + box.width) - x, height: high((box) => box.y + box.height) - y }
}
