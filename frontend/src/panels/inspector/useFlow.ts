// What flows through one node: the tensor that comes in first, the one that goes out first, and what it costs.

import type { TensorSpec } from '../../contract'
import { useGraph, useInference } from '../../document/hooks'
import { linksOf } from '../../document/links'

export interface Flow {
  readonly input: TensorSpec | null
  readonly output: TensorSpec | null
  readonly params: number | null
  /** The numbers are from before: the node's own inference failed or is not known yet. */
  readonly stale: boolean
}

export function useFlow(id: string): Flow {
  const before = useGraph((graph) => linksOf(graph.edges).into(id)[0])
  const input = useInference((view) => (before ? view.nodes[before.source]?.outputs[before.source_port] : undefined))
  const own = useInference((view) => view.nodes[id])
  return {
    input: input ?? null,
    output: own ? (own.outputs['output'] ?? Object.values(own.outputs)[0] ?? null) : null,
    params: own?.params ?? null,
    stale: own?.stale ?? false,
  }
}
