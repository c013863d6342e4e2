// A part of a graph ⇄ JSON text, so that it travels between graphs and people.

import type { Edge, Node, Position } from '../contract'
import type { GraphSnapshot } from './graph'
import { freshId } from '../catalog/names'
import { addNode, connect } from './nodes'
import type { Roots } from './roots'

export interface Clip {
  layerloom: 'clip'
  nodes: Record<string, Node>
  edges: Record<string, Edge>
  layout: Record<string, Position>
}

export function clipOf(graph: GraphSnapshot, ids: readonly string[]): Clip {
  const inside = new Set(ids)
  return {
    layerloom: 'clip',
    nodes: pick(graph.nodes, (id) => inside.has(id)),
    edges: pick(graph.edges, (_, edge) => inside.has(edge.source) && inside.has(edge.target)),
    layout: pick(graph.layout, (id) => inside.has(id)),
  }
}

/** Null when the text is something else. A whole graph is a clip too. */
export function readClip(text: string): Clip | null {
  if (!text.trimStart().startsWith('{')) return null
  try {
    const { nodes, edges, layout } = JSON.parse(text) as Partial<Clip>
    if (!isRecord(nodes) || !isRecord(edges ?? {})) return null
    if (!Object.values<Node>(nodes).every((node) => typeof node?.type === 'string' && typeof node.name === 'string'))
      return null
    return { layerloom: 'clip', nodes, edges: edges ?? {}, layout: layout ?? {} }
  } catch {
    return null
  }
}

function isRecord(value: unknown): value is Record<string, never> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Adds everything under new ids and free names, its upper left corner at `at`. Returns the new ids. */
export function paste(roots: Roots, clip: Clip, at: Position, many: (target: Node, port: string) => boolean): string[] {
  const places = Object.keys(clip.nodes).map((id) => clip.layout[id] ?? { x: 0, y: 0 })
  const left = Math.min(...places.map((place) => place.x))
  const top = Math.min(...places.map((place) => place.y))
  const renamed = new Map(Object.keys(clip.nodes).map((id) => [id, freshId()]))
  for (const [id, node] of Object.entries(clip.nodes)) {
    const place = clip.layout[id] ?? { x: 0, y: 0 }
    addNode(
      roots,
      unshared(node, renamed, roots),
      { x: at.x + place.x - left, y: at.y + place.y - top },
      renamed.get(id),
    )
  }
  for (const edge of Object.values(clip.edges).toSorted((a, b) => (a.order < b.order ? -1 : 1))) {
    const source = renamed.get(edge.source)
    const target = renamed.get(edge.target)
    const node = clip.nodes[edge.target]
    if (source && target && node) connect(roots, { ...edge, source, target }, many(node, edge.target_port))
  }
  return [...renamed.values()]
}

function unshared(node: Node, renamed: ReadonlyMap<string, string>, roots: Roots): Node {
  if (node.type !== 'layer' || !node.shares) return node
  return { ...node, shares: renamed.get(node.shares) ?? (roots.nodes.has(node.shares) ? node.shares : null) }
}

function pick<T>(all: Readonly<Record<string, T>>, keep: (id: string, value: T) => boolean): Record<string, T> {
  return Object.fromEntries(Object.entries(all).filter(([id, value]) => keep(id, value)))
}
