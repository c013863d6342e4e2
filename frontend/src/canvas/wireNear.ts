// Where a wire runs, and the one nearest to a point of the canvas, if one is near.

import type { CatalogIndex } from '../catalog/catalog'
import { inputsOf, outputsOf, wiresInto } from '../catalog/ports'
import type { Position } from '../contract'
import type { GraphSnapshot } from '../document/graph'
import { NODE_HEIGHT } from '../document/place'
import { anchorX } from './anchors'
import { bowOf, distanceTo } from './curve'

const NEAR = 30

export function wireNear(point: Position, graph: GraphSnapshot, catalog: CatalogIndex, near = NEAR): string | null {
  let best: string | null = null
  let nearest = near
  for (const [id, { source, target }] of Object.entries(graph.edges)) {
    const ends = endsOf(id, graph, catalog)
    if (!ends) continue
    const { start, end } = ends
    if (point.y < Math.min(start.y, end.y) - 140 || point.y > Math.max(start.y, end.y) + 140) continue
    const distance = distanceTo(point, start, end, bowOf(graph.layout, source, target, start.x, end.x))
    if (distance >= nearest) continue
    nearest = distance
    best = id
  }
  return best
}

/** The points a wire runs between; null while one of its nodes is not there. */
export function endsOf(
  edge: string,
  graph: GraphSnapshot,
  catalog: CatalogIndex,
): { start: Position; end: Position } | null {
  const wire = graph.edges[edge]
  const from = wire && graph.layout[wire.source]
  const to = wire && graph.layout[wire.target]
  const source = wire && graph.nodes[wire.source]
  const target = wire && graph.nodes[wire.target]
  if (!from || !to || !source || !target) return null
  return {
    start: { x: from.x + anchorX(outputsOf(catalog, graph.nodes, source, wiresInto(graph.edges, wire.source)), wire.source_port), y: from.y + NODE_HEIGHT },
    end: { x: to.x + anchorX(inputsOf(catalog, graph.nodes, target), wire.target_port), y: to.y },
  }
}
