// A node of the drawing, or a layer of the palette → what its card tells of. A layer of the palette is shown as a new one, on an example.

import { useMemo } from 'react'
import type { CatalogIndex } from '../catalog/catalog'
import { useCatalog } from '../catalog/context'
import { isSpec } from '../catalog/line'
import { layerOf } from '../catalog/ports'
import type { Card, Member } from '../contract'
import { useGraph, useInference } from '../document/hooks'
import type { Around } from './facts'
import type { CardOf } from './opening'
import { allFacts, tellingOf, type Telling } from './telling'
import { sectionsOf, useCard } from './useCard'

export interface Told {
  telling: Telling
  card: Card | null
  /** Nothing has come, and nothing will. */
  failed: string | null
  isExample: boolean
}

export function useTelling(of: CardOf): Told {
  const catalog = useCatalog()
  const nodes = useGraph((graph) => graph.nodes)
  const edges = useGraph((graph) => graph.edges)
  const inference = useInference((inference) => inference.nodes)
  const node = of.type === 'node' ? nodes[of.id] : undefined
  const counts = node && layerOf(nodes, node)
  const layer = of.type === 'layer' ? of.layer : counts?.type === 'layer' ? counts.layer : null
  const { card, problems } = useCard(layer)
  const example = card?.example ?? null
  const params: Readonly<Record<string, unknown>> = counts?.type === 'layer' ? counts.params : (example?.params ?? starting(catalog, of))
  const inside = params['layer']
  const inner = useCard(isSpec(inside) ? inside.name : null).card
  const telling = useMemo((): Telling => {
    const text = (name: string) => (inner?.layer === name ? (sectionsOf(inner)['Parameters'] ?? '') : undefined)
    if (of.type === 'node') return tellingOf(catalog, { nodes, edges }, inference, of.id, text)
    const member = catalog.get('layer', of.layer) ?? null
    const around = { inputs: example?.inputs ?? tried(member), output: example?.output ?? null }
    const facts = member ? allFacts(catalog, member, params, around, text) : new Map()
    return { member, params, name: null, around, count: example?.count ?? null, facts }
  }, [catalog, edges, example, inference, inner, nodes, of, params])
  return { telling, card, failed: problems[0]?.message ?? null, isExample: of.type === 'layer' && example !== null }
}

const NONE: Readonly<Record<string, unknown>> = {}

/** Shapes that the catalog was made with. */
function tried(member: Member | null): Around['inputs'] {
  const inputs = Object.entries(member?.example?.inputs ?? {})
  return Object.fromEntries(inputs.map(([port, tensors]) => [port, tensors.map(({ shape }) => shape)]))
}

/** As the palette would begin it, where there is no example. */
function starting(catalog: CatalogIndex, of: CardOf) {
  return (of.type === 'layer' && catalog.get('layer', of.layer)?.start) || NONE
}
