// What is selected: nodes, wires and notes by id. Each person's own; never part of the document.

import { create } from 'zustand'

export interface Selection {
  readonly nodes: readonly string[]
  readonly edges: readonly string[]
  readonly notes: readonly string[]
}

export const NOTHING: Selection = { nodes: [], edges: [], notes: [] }

export const useSelection = create<Selection>(() => NOTHING)

export function select(
  nodes: readonly string[],
  edges: readonly string[] = [],
  notes: readonly string[] = [],
): void {
  const now = useSelection.getState()
  if (same(now.nodes, nodes) && same(now.edges, edges) && same(now.notes, notes)) return
  useSelection.setState({ nodes, edges, notes })
}

function same(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((id, at) => id === b[at])
}
