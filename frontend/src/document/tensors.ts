// What flows out of a node, as the server inferred it.

import type { TensorSpec } from '../contract'
import type { InferenceView } from './inference'

function tensorAt(inference: InferenceView, node: string, port: string): TensorSpec | null {
  return inference.nodes[node]?.outputs[port] ?? null
}

/** Number of axes with the batch; null while unknown. */
export function rankAt(inference: InferenceView, node: string, port = 'output'): number | null {
  return tensorAt(inference, node, port)?.shape.length ?? null
}
