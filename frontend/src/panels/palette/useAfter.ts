// Where something new would go now, what flows there, and how each layer stands at that place.

import { useCallback } from 'react'
import { useCatalog } from '../../catalog/context'
import type { Member, TensorSpec } from '../../contract'
import { placeForNew, type NewPlace } from '../../document/adding'
import { useDocument, useGraph, useInference } from '../../document/hooks'
import { useSelection } from '../../document/selection'
import { sourceOf, tensorOf } from '../../fits/place'
import { drawnIn, standingOf, type Standing } from '../../fits/standing'
import { useFits, type Known } from '../../fits/useFits'
import { shapeText } from '../../ui/format'

export interface After {
  place: NewPlace | null
  /** The node it comes after. */
  name: string
  /** In words; empty while unknown. */
  shape: string
  /** What flows there; null while unknown. */
  tensor: TensorSpec | null
  state: Known['state']
  standing: (member: Member) => Standing
}

export function useAfter(): After {
  const catalog = useCatalog()
  const { graph } = useDocument()
  const nodes = useSelection((selection) => selection.nodes)
  const edges = useSelection((selection) => selection.edges)
  const found = useGraph((now) => JSON.stringify(placeForNew(now, catalog, { nodes, edges })))
  const place = JSON.parse(found) as NewPlace | null
  const { fits, state } = useFits(place)
  const name = useGraph((now) => (place && now.nodes[sourceOf(place, now) ?? '']?.name) ?? '')
  const tensor = useInference((now) => place && tensorOf(place, graph.getState(), now))
  const rank = tensor?.shape.length ?? null
  const standing = useCallback(
    (member: Member) => standingOf(member, fits, rank, drawnIn(graph.getState().nodes, catalog)),
    [catalog, graph, fits, rank],
  )
  return { place, name, shape: tensor ? shapeText(tensor.shape) : '', tensor, state, standing }
}
