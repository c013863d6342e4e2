// Which nodes the model is made of: those that an output is fed from. Worked out once for each picture of the graph.

import type { GraphSnapshot } from '../document/graph'
import { upstream } from '../document/links'

const known = new WeakMap<object, { nodes: object; fed: ReadonlySet<string> | null }>()

/** Null while nothing is an output yet: then nothing is left out either. */
function fedOf({ nodes, edges }: Pick<GraphSnapshot, 'nodes' | 'edges'>): ReadonlySet<string> | null {
  const found = known.get(edges)
  if (found?.nodes === nodes) return found.fed
  const outputs = Object.keys(nodes).filter((id) => nodes[id]?.type === 'output')
  const fed = outputs.length ? upstream(edges, outputs) : null
  known.set(edges, { nodes, fed })
  return fed
}

/** Feeds no output: it is left out of the model, and stands in nobody's way. */
export function isUnused(graph: Pick<GraphSnapshot, 'nodes' | 'edges'>, id: string): boolean {
  return fedOf(graph)?.has(id) === false
}
