// Which backbone is being laid open, and what flows into one. The window over the page does the rest.

import { create } from 'zustand'
import type { BackboneNode } from '../contract'
import type { OpenDocument } from '../document/open'
import { linksOf } from '../document/links'

export const useUnfolding = create<{ id: string | null }>(() => ({ id: null }))

export function unfoldBackbone(id: string): void {
  useUnfolding.setState({ id })
}

export function leaveUnfolding(): void {
  useUnfolding.setState({ id: null })
}

export interface Found {
  node: BackboneNode
  /** Of what flows in, batch axis first; null while that is not known. */
  shape: readonly (number | null)[] | null
}

export function backboneAt({ whole }: OpenDocument, id: string | null | undefined): Found | null {
  const { nodes, edges } = whole.graph.getState()
  const node = id ? nodes[id] : undefined
  if (!id || node?.type !== 'backbone') return null
  const [before] = linksOf(edges).into(id)
  const tensor = before && whole.inference.getState().nodes[before.source]?.outputs[before.source_port]
  return { node, shape: tensor?.shape ?? null }
}
