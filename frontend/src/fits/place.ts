// Places of a graph where something new may go, and what an answer about one depends on: while that is the same, so is the answer.

import type { TensorSpec } from '../contract'
import type { GraphSnapshot } from '../document/graph'
import type { InferenceView } from '../document/inference'
import { linksOf } from '../document/links'

export type Place =
  | { type: 'after'; node: string; port: string }
  | { type: 'before'; node: string; port: string }
  | { type: 'into'; edge: string }
  /** Which of the layers that are drawn would take a wire from there. */
  | { type: 'onto'; node: string; port: string }

/** As the server is asked about it. */
export function queryOf(place: Place): Record<string, string> {
  return place.type === 'into' ? { into: place.edge } : { [place.type]: place.node, port: place.port }
}

/** What flows at the place; null while that is not known, and before a layer. */
export function tensorOf(place: Place, graph: GraphSnapshot, inference: InferenceView): TensorSpec | null {
  if (place.type === 'before') return null
  const wire = place.type === 'into' ? graph.edges[place.edge] : { source: place.node, source_port: place.port }
  const found = wire && inference.nodes[wire.source]
  return (wire && found && !found.stale && found.outputs[wire.source_port]) || null
}

/** The node that the place comes after. */
export function sourceOf(place: Place, graph: GraphSnapshot): string | null {
  if (place.type === 'before') return null
  return (place.type === 'into' ? graph.edges[place.edge]?.source : place.node) ?? null
}

/** Null where nothing can be asked: nothing flows there yet. */
export function keyOf(place: Place, graph: GraphSnapshot, inference: InferenceView): string | null {
  const tensor = tensorOf(place, graph, inference)
  const { nodes, edges } = graph
  const links = linksOf(edges)
  const arriving = (node: string) =>
    links.into(node).map((link) => [link.id, link.target_port, inference.nodes[link.source]?.outputs[link.source_port]])
  if (place.type === 'before') {
    return nodes[place.node] ? JSON.stringify([place, nodes[place.node], arriving(place.node)]) : null
  }
  if (!tensor) return null
  if (place.type === 'onto') return JSON.stringify([place, tensor, inference.version])
  if (place.type === 'after') return JSON.stringify([place, tensor, nodes[place.node], links.from(place.node).length > 0])
  const wire = edges[place.edge]
  if (!wire) return null
  return JSON.stringify([place, tensor, nodes[wire.source]?.name, nodes[wire.target], arriving(wire.target)])
}
