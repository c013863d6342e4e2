// A graph that came without places → with a tidy one for every node, and without a mark of its own on the document's history.

import { arranging } from '../canvas/arranging'
import type { Graph } from '../contract'

export async function placed(graph: Graph): Promise<Graph> {
  if (Object.keys(graph.layout ?? {}).length > 0 || Object.keys(graph.nodes).length === 0) return graph
  return { ...graph, layout: await arranging(graph).catch(() => ({})) }
}
