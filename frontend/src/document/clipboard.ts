// A part of a graph ⇄ JSON text, so that it travels between graphs and people.

import type { Code, Edge, Node, Note, Position } from '../contract'
import type { GraphSnapshot } from './graph'
import { allInside, homeOf, ownerOf } from '../catalog/blocks'
import { freshId } from '../catalog/names'
import { addNode, connect } from './nodes'
import { addNote, COLORS, NOTE } from './notes'
import { NODE_HEIGHT, NODE_WIDTH, type Box } from './place'
import type { Roots } from './roots'

export interface Clip {
  layerloom: 'clip'
  nodes: Record<string, Node>
  edges: Record<string, Edge>
  layout: Record<string, Position>
  notes: Record<string, Note>
  /** Wires from nodes outside: they mean something only where those nodes are. */
  incoming: Record<string, Edge>
  /** What its custom nodes call. */
  code?: Record<string, Code>
}

export function clipOf(graph: GraphSnapshot, ids: readonly string[], notes: readonly string[] = []): Clip {
  const own = ids.flatMap((id) => (graph.nodes[id] ? [id, ...allInside(graph.nodes, id)] : []))
  const nodes = carrying(graph.nodes, new Set(own))
  const inside = new Set(Object.keys(nodes))
  const chosen = new Set(ids)
  const noted = new Set(notes)
  return {
    layerloom: 'clip',
    nodes,
    edges: pick(graph.edges, (_, edge) => inside.has(edge.source) && inside.has(edge.target)),
    layout: pick(graph.layout, (id) => inside.has(id)),
    notes: pick(graph.notes, (id, { block }) => noted.has(id) || inside.has(block ?? '')),
    incoming: pick(graph.edges, (_, edge) => !inside.has(edge.source) && chosen.has(edge.target)),
    ...withCode(graph.code, nodes),
  }
}

function withCode(code: GraphSnapshot['code'], nodes: Record<string, Node>): Pick<Clip, 'code'> {
  const called = new Set(Object.values(nodes).map((node) => (node.type === 'custom' ? node.code : null)))
  const kept = pick(code, (id) => called.has(id))
  return Object.keys(kept).length ? { code: kept } : {}
}

/** What shares something takes along what that is, where its owner stays behind: a layer its settings, a block what stands inside. */
function carrying(all: GraphSnapshot['nodes'], own: ReadonlySet<string>): Record<string, Node> {
  const nodes: Record<string, Node> = {}
  const holders = new Map<string, string>()
  for (const id of own) {
    const node = all[id]
    if (!node) continue
    const block = homeOf(all, id)
    const placed = { ...node, block: block !== null && own.has(block) ? block : null }
    nodes[id] = placed
    const owner = 'shares' in node && node.shares && !own.has(node.shares) ? all[node.shares] : undefined
    if (placed.type === 'layer' && owner?.type === 'layer') {
      nodes[id] = { ...placed, layer: owner.layer, params: owner.params, trainable: owner.trainable }
    } else if (placed.type === 'block' && owner?.type === 'block') {
      const from = ownerOf(all, id)
      const holder = holders.get(from)
      holders.set(from, holder ?? id)
      if (holder !== undefined) nodes[id] = { ...placed, shares: holder }
      else {
        nodes[id] = { ...owner, name: node.name, block: placed.block, bypassed: placed.bypassed, shares: from }
        for (const inner of allInside(all, from)) {
          const home = homeOf(all, inner)
          if (all[inner]) nodes[inner] = { ...all[inner], block: home === from ? id : home }
        }
      }
    }
  }
  return nodes
}

/** Null when the text is something else. A whole graph is a clip too. */
export function readClip(text: string): Clip | null {
  if (!text.trimStart().startsWith('{')) return null
  try {
    const { nodes, edges = {}, layout = {}, notes = {}, incoming = {}, code = {} } = JSON.parse(text) as Partial<Clip>
    if (![nodes, edges, layout, notes, incoming, code].every(isRecord) || !nodes) return null
    if (!Object.values(nodes).every((node) => typeof node?.type === 'string' && typeof node.name === 'string')) return null
    const written = Object.fromEntries(Object.entries(notes).flatMap(([id, note]) => noteIn(id, note)))
    if (!Object.keys(nodes).length && !Object.keys(written).length) return null
    const own = pick(code, (_, one) => typeof one?.name === 'string' && typeof one.source === 'string')
    return { layerloom: 'clip', nodes, edges, layout, notes: written, incoming, ...(Object.keys(own).length ? { code: own } : {}) }
  } catch {
    return null
  }
}

function noteIn(id: string, note: Partial<Note> | null): [string, Note][] {
  if (typeof note?.text !== 'string') return []
  const number = (field: 'x' | 'y' | 'width' | 'height') => (Number.isFinite(note[field]) ? Number(note[field]) : NOTE[field])
  const color = COLORS.find((each) => each === note.color) ?? NOTE.color
  const [x, y, width, height] = [number('x'), number('y'), number('width'), number('height')]
  const block = typeof note.block === 'string' ? note.block : null
  return [[id, { text: note.text, x, y, width, height, color, block }]]
}

function isRecord(value: unknown): value is Record<string, never> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The room that everything in a clip takes, each thing by itself. What stands in a block takes none. */
export function boxesOf(clip: Clip): Box[] {
  const outside = (block: string | null | undefined) => !clip.nodes[block ?? '']
  return [
    ...outermost(clip).map((id) => ({ ...placeIn(clip, id), width: NODE_WIDTH, height: NODE_HEIGHT })),
    ...Object.values(clip.notes).flatMap(({ x, y, width, height, block }) => (outside(block) ? [{ x, y, width, height }] : [])),
  ]
}

function outermost({ nodes }: Clip): string[] {
  return Object.keys(nodes).filter((id) => homeOf(nodes, id) === null)
}

function placeIn(clip: Clip, id: string): Position {
  const { x, y } = clip.layout[id] ?? {}
  return { x: Number(x) || 0, y: Number(y) || 0 }
}

export interface Pasted {
  /** Those that stand in no block of the clip. */
  nodes: string[]
  notes: string[]
  /** Old id → new id, of everything. */
  renamed: ReadonlyMap<string, string>
}

interface Pasting {
  many: (target: Node, port: string) => boolean
  keepIncoming: boolean
  /** The block that it goes into. */
  home: string | null
  /** Blocks that are there already, and take in what stands in a block of the clip. */
  as?: ReadonlyMap<string, string>
}

/** Adds everything under new ids and free names, what stands in no block moved by `by`. */
export function paste(roots: Roots, clip: Clip, by: Position, { many, keepIncoming, home, as }: Pasting): Pasted {
  const linked = stillLinked(clip, roots)
  const left = new Set([...linked].flatMap((id) => allInside(clip.nodes, id)))
  const ids = Object.keys(clip.nodes).filter((id) => !left.has(id))
  const renamed = new Map(ids.map((id) => [id, as?.get(id) ?? freshId()]))
  const outer = new Set(outermost(clip))
  const none = { x: 0, y: 0 }
  const codes = bringCode(roots, clip.code ?? {})
  for (const id of ids) {
    const node = clip.nodes[id]
    if (!node || as?.has(id)) continue
    const block = outer.has(id) ? home : (renamed.get(homeOf(clip.nodes, id) ?? '') ?? home)
    const own = node.type === 'custom' && node.code ? { ...node, code: codes.get(node.code) ?? node.code } : node
    addNode(roots, pointing(clip, { ...own, block }, renamed, linked, roots), moved(placeIn(clip, id), outer.has(id) ? by : none), renamed.get(id))
  }
  const port = (name: string) => renamed.get(name) ?? name
  const sourceOf = (edge: Edge) => renamed.get(edge.source) ?? (roots.nodes.has(edge.source) ? edge.source : undefined)
  const wires = [...Object.values(clip.edges), ...(keepIncoming ? Object.values(clip.incoming) : [])]
  for (const edge of wires.toSorted((a, b) => (a.order < b.order ? -1 : 1))) {
    const source = sourceOf(edge)
    const target = renamed.get(edge.target)
    const node = clip.nodes[edge.target]
    if (!source || !target || !node || !roots.nodes.has(target)) continue
    const ends = { source, source_port: port(edge.source_port), target, target_port: port(edge.target_port) }
    connect(roots, { ...edge, ...ends }, many(node, edge.target_port))
  }
  const notes = Object.values(clip.notes).flatMap((note) => {
    const block = renamed.get(note.block ?? '')
    if (block === undefined && left.has(note.block ?? '')) return []
    const id = addNote(roots, { ...note, ...moved(note, block === undefined ? by : none), block: block ?? home })
    return block === undefined ? [id] : []
  })
  return { nodes: ids.flatMap((id) => (outer.has(id) ? (renamed.get(id) ?? []) : [])), notes, renamed }
}

/** The code that is not here yet; old id → the id here. */
function bringCode(roots: Roots, code: Readonly<Record<string, Code>>): Map<string, string> {
  const here = new Map([...roots.code].map(([id, one]) => [one.source, id]))
  return new Map(
    Object.entries(code).map(([id, one]) => {
      const same = here.get(one.source)
      const there = same ?? (roots.code.has(id) ? freshId() : id)
      if (!same) roots.code.set(there, one)
      return [id, there]
    }),
  )
}

/** Blocks whose owner is here: they use it again, and need nothing of what was taken along. */
function stillLinked({ nodes }: Clip, roots: Roots): ReadonlySet<string> {
  return new Set(
    Object.entries(nodes).flatMap(([id, node]) => {
      const owner = node.type === 'block' && node.shares && !nodes[node.shares] ? roots.nodes.get(node.shares) : undefined
      return owner?.get('type') === 'block' ? [id] : []
    }),
  )
}

function moved({ x, y }: Position, by: Position): Position {
  return { x: x + by.x, y: y + by.y }
}

/** The ids that a node names, as they are here. */
function pointing(
  { nodes }: Clip,
  node: Node,
  renamed: ReadonlyMap<string, string>,
  linked: ReadonlySet<string>,
  roots: Roots,
): Node {
  if (node.type !== 'layer' && node.type !== 'block') return node
  const through = node.shares && linked.has(node.shares) ? nodes[node.shares] : undefined
  const owner = through?.type === 'block' ? through.shares : node.shares
  const here = owner ? (renamed.get(owner) ?? (roots.nodes.has(owner) ? owner : null)) : null
  if (node.type === 'layer') return { ...node, shares: here }
  const varying = Object.entries(node.varying ?? {}).map(([id, params]) => [renamed.get(id) ?? id, params] as const)
  return { ...node, shares: here, varying: Object.fromEntries(varying) }
}

function pick<T>(all: Readonly<Record<string, T>>, keep: (id: string, value: T) => boolean): Record<string, T> {
  return Object.fromEntries(Object.entries(all).filter(([id, value]) => keep(id, value)))
}
