// A graph as it was once → the edits that bring the document back to it. Only what differs is written, so that everybody's own
// history stays good and what another person changes meanwhile meets it field by field. The project's name and its notes stay.

import * as Y from 'yjs'
import type { Graph } from '../contract'
import { mapOf, plain, readEdge, readNode, rowOf, TRAINING, type Roots, type Row } from './roots'

export type Restorable = Pick<Graph, 'nodes' | 'edges' | 'training' | 'layout' | 'code'>

/** Inside the caller's transaction. Ids are the graph's own. */
export function restore(roots: Roots, to: Restorable): void {
  restoreRows(roots.nodes, to.nodes, readNode)
  restoreRows(roots.edges, to.edges, readEdge)
  const training = { ...TRAINING, ...(plain(roots.training) as object) } as Record<string, unknown>
  for (const [key, value] of Object.entries(to.training)) {
    if (!equal(training[key], value)) roots.training.set(key, value)
  }
  for (const [id, code] of Object.entries(to.code ?? {})) if (!equal(plain(roots.code.get(id)), code)) roots.code.set(id, code)
  for (const id of [...roots.layout.keys()]) if (!(id in to.nodes)) roots.layout.delete(id)
  for (const [id, place] of Object.entries(to.layout)) {
    if (id in to.nodes && !equal(plain(roots.layout.get(id)), place)) roots.layout.set(id, place)
  }
}

function restoreRows(root: Y.Map<Row>, to: Readonly<Record<string, object>>, read: (row: Row) => object): void {
  for (const id of [...root.keys()]) if (!(id in to)) root.delete(id)
  for (const [id, wanted] of Object.entries(to)) {
    const row = root.get(id)
    const there = row && (read(row) as Record<string, unknown>)
    if (!row || !there || there.type !== (wanted as { type?: unknown }).type) root.set(id, rowOf(wanted))
    else {
      for (const key of [...row.keys()]) if (!(key in wanted)) row.delete(key)
      for (const [key, value] of Object.entries(wanted)) if (!equal(there[key], value)) restoreField(row, key, value)
    }
  }
}

function restoreField(row: Row, key: string, value: unknown): void {
  const params = row.get(key)
  if (key !== 'params' || !(params instanceof Y.Map)) {
    row.set(key, key === 'params' ? mapOf(value as object) : value)
    return
  }
  for (const name of [...params.keys()]) if (!(name in (value as object))) params.delete(name)
  for (const [name, inner] of Object.entries(value as object)) {
    if (!equal(plain(params.get(name)), inner)) params.set(name, inner)
  }
}

/** As JSON, whatever the order of its keys. */
export function equal(a: unknown, b: unknown): boolean {
  return inOrder(a) === inOrder(b)
}

function inOrder(value: unknown): string | undefined {
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  )
}
