// The node that something new would follow: the last selected one, or the beginning of the selected wire.

import { useGraph, useInference } from '../../document/hooks'
import { useSelection } from '../../document/selection'
import { shapeText } from '../../ui/format'

interface After {
  name: string | null
  /** In words; empty while unknown. */
  shape: string
  /** Axes with the batch; null while unknown or when nothing is selected. */
  rank: number | null
}

export function useAfter(): After {
  const chosen = useSelection((selection) => selection.nodes.at(-1) ?? null)
  const wire = useSelection((selection) => (selection.nodes.length ? undefined : selection.edges.at(-1)))
  const source = useGraph((graph) => (wire ? (graph.edges[wire]?.source ?? null) : null))
  const selected = chosen ?? source
  const node = useGraph((graph) => (selected ? graph.nodes[selected] : undefined))
  const tensor = useInference((inference) => {
    const outputs = selected ? inference.nodes[selected]?.outputs : undefined
    return outputs && (outputs['output'] ?? Object.values(outputs)[0])
  })
  if (!node || node.type === 'output') return { name: null, shape: '', rank: null }
  return { name: node.name, shape: tensor ? shapeText(tensor.shape) : '', rank: tensor?.shape.length ?? null }
}
