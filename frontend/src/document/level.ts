// Which part of the drawing a person looks at: the cards of the blocks they went into, the outermost first. Each person's own, like the
// selection; and what of the graph is seen there.

import { create } from 'zustand'
import type { StoreApi } from 'zustand/vanilla'
import { homeOf, insideOf, only, ownerOf, wayTo, type Nodes } from '../catalog/blocks'
import type { GraphSnapshot, GraphStore } from './graph'

export const useLevel = create<{ way: readonly string[] }>(() => ({ way: [] }))

/** As much of a way as there is: a block on it may have gone. */
export function wayIn(nodes: Nodes, way: readonly string[]): readonly string[] {
  let home: string | null = null
  for (const [at, card] of way.entries()) {
    if (nodes[card]?.type !== 'block' || homeOf(nodes, card) !== home) return way.slice(0, at)
    home = ownerOf(nodes, card)
  }
  return way
}

/** The block whose inside is shown; null at the top. */
export function blockAt(nodes: Nodes, way: readonly string[]): string | null {
  const last = wayIn(nodes, way).at(-1)
  return last === undefined ? null : ownerOf(nodes, last)
}

/** Into the block of a card that stands where we are. */
export function enter(nodes: Nodes, card: string): void {
  useLevel.setState(({ way }) => ({ way: [...wayIn(nodes, way), card] }))
}

/** Up, until so many blocks are left round us. */
export function leaveTo(depth: number): void {
  useLevel.setState(({ way }) => ({ way: way.slice(0, depth) }))
}

/** To where a node stands; nothing happens where that is shown. */
export function goWhere(nodes: Nodes, id: string): void {
  const home = homeOf(nodes, id)
  if (nodes[id] && home !== blockAt(nodes, useLevel.getState().way)) useLevel.setState({ way: wayTo(nodes, id) })
}

/** What stands in a block, with its wires and places. Nodes elsewhere can still be looked up. */
export function seenIn(graph: GraphSnapshot, block: string | null): GraphSnapshot {
  const ids = insideOf(graph.nodes, block)
  const noted = noteIn(graph)
  const here = new Set(ids)
  const part = <T>(all: Readonly<Record<string, T>>, keep: (id: string, one: T) => boolean) => {
    const entries = Object.entries(all)
    const kept = entries.filter(([id, one]) => keep(id, one))
    return kept.length === entries.length ? all : Object.fromEntries(kept)
  }
  return {
    ...graph,
    nodes: only(graph.nodes, ids),
    edges: part(graph.edges, (_, { source, target }) => here.has(source) && here.has(target)),
    layout: part(graph.layout, (id) => here.has(id)),
    notes: part(graph.notes, (id) => noted(id) === block),
  }
}

/** The block that a note lies in; at the top where that is gone. */
export function noteIn({ nodes, notes }: Pick<GraphSnapshot, 'nodes' | 'notes'>): (id: string) => string | null {
  return (id) => {
    const block = notes[id]?.block ?? null
    return block !== null && nodes[block]?.type === 'block' ? block : null
  }
}

/** The same graph, of which only one block's inside is seen. An object that did not change stays the same. */
export function graphIn(graph: GraphStore, block: string | null): GraphStore {
  let whole: GraphSnapshot | null = null
  let seen: GraphSnapshot | null = null
  const look = (now: GraphSnapshot): GraphSnapshot => {
    if (now !== whole || !seen) {
      seen = hasBlocks(now) || block !== null ? kept(seen, whole, now, seenIn(now, block)) : now
      whole = now
    }
    return seen
  }
  const here = () => look(graph.getState())
  const store: StoreApi<GraphSnapshot> = {
    ...graph,
    getState: here,
    subscribe: (listener) => {
      let before = here()
      return graph.subscribe((now) => {
        const [last, next] = [before, look(now)]
        before = next
        if (next !== last) listener(next, last)
      })
    },
  }
  return store
}

const withBlocks = new WeakMap<Nodes, boolean>()

function hasBlocks({ nodes }: GraphSnapshot): boolean {
  const found = withBlocks.get(nodes)
  if (found !== undefined) return found
  const some = Object.values(nodes).some(({ type }) => type === 'block')
  withBlocks.set(nodes, some)
  return some
}

function kept(old: GraphSnapshot | null, from: GraphSnapshot | null, now: GraphSnapshot, next: GraphSnapshot): GraphSnapshot {
  if (!old) return next
  return {
    ...next,
    nodes: from?.nodes === now.nodes ? old.nodes : next.nodes,
    edges: same(old.edges, next.edges) ? old.edges : next.edges,
    layout: same(old.layout, next.layout) ? old.layout : next.layout,
    notes: same(old.notes, next.notes) ? old.notes : next.notes,
  }
}

function same<T>(a: Readonly<Record<string, T>>, b: Readonly<Record<string, T>>): boolean {
  const ids = Object.keys(a)
  return a === b || (ids.length === Object.keys(b).length && ids.every((id) => a[id] === b[id]))
}
