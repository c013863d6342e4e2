// The wire nearest to a point of the canvas, if one is near.

import type { CatalogIndex } from '../catalog/catalog'
import { inputsOf, outputsOf } from '../catalog/ports'
import type { Position } from '../contract'
import type { GraphSnapshot } from '../document/graph'
import { NODE_HEIGHT } from '../document/place'
import { anchorX } from './anchors'
import { bowOf, distanceTo } from './curve'

const NEAR = 30

export function wireNear(point: Position, graph: GraphSnapshot, catalog: CatalogIndex, near = NEAR): string | null {
  let best: string | null = null
  let nearest = near
  for (const [id, edge] of Object.entries(graph.edges)) {
    const from = graph.layout[edge.source]
    const to = graph.layout[edge.target]
    const source = graph.nodes[edge.source]
    const target = graph.nodes[edge.target]
    if (!from || !to || !source || !target) continue
    const start = {
      x: from.x + anchorX(outputsOf(catalog, graph.nodes, source), edge.source_port),
      y: from.y + NODE_HEIGHT,
    }
    const end = { x: to.x + anchorX(inputsOf(catalog, graph.nodes, target), edge.target_port), y: to.y }
    if (point.y < Math.min(start.y, end.y) - 140 || point.y > Math.max(start.y, end.y) + 140) continue
    const distance = distanceTo(point, start, end, bowOf(graph.layout, edge.source, edge.target, start.x, end.x))
    if (distance >= nearest) continue
    nearest = distance
    best = id
  }
  return best
}
