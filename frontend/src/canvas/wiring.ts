// While a wire is being drawn: where it comes from, and for every node whether it may end there.

import { create } from 'zustand'
import type { CatalogIndex } from '../catalog/catalog'
import { misfit } from '../catalog/fits'
import { layerOf } from '../catalog/ports'
import type { GraphSnapshot } from '../document/graph'
import type { InferenceView } from '../document/inference'
import { arrival, departure } from '../document/legality'
import { rankAt } from '../document/tensors'

export interface Joint {
  node: string
  port: string
  side: 'source' | 'target'
}

/** `yes`: may be wired. `shape`: may, but the shape would be wrong. `no`: may not. */
export type Verdict = 'yes' | 'shape' | 'no'

interface WiringState {
  from: Joint | null
  verdicts: Readonly<Record<string, Verdict>>
  /** The wire under the pointer, and the one that would take in what is being dropped. */
  hovered: string | null
  opened: string | null
}

export const useWiring = create<WiringState>(() => ({ from: null, verdicts: {}, hovered: null, opened: null }))

export function beginWiring(catalog: CatalogIndex, graph: GraphSnapshot, inference: InferenceView, from: Joint): void {
  const verdicts: Record<string, Verdict> = {}
  for (const id of Object.keys(graph.nodes)) verdicts[id] = verdictOn(catalog, graph, inference, from, id)
  useWiring.setState({ from, verdicts })
}

export function endWiring(): void {
  useWiring.setState({ from: null, verdicts: {} })
}

function verdictOn(
  catalog: CatalogIndex,
  graph: GraphSnapshot,
  inference: InferenceView,
  from: Joint,
  id: string,
): Verdict {
  const end = from.side === 'source' ? arrival(catalog, graph, from, id) : departure(catalog, graph, from, id)
  if ('code' in end) return 'no'
  const [source, port, target] = from.side === 'source' ? [from.node, from.port, id] : [id, end.port, from.node]
  const node = graph.nodes[target]
  if (node?.type !== 'layer') return 'yes'
  const member = catalog.get('layer', layerOf(graph.nodes, node).layer)
  return member && misfit(member, rankAt(inference, source, port)) ? 'shape' : 'yes'
}
