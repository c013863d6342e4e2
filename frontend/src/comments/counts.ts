// Comments → how many open threads stand on each node. Counted once for a picture of the document, whoever asks.

import type { GraphSnapshot } from '../document/graph'

type Comments = GraphSnapshot['comments']

const NONE: Readonly<Record<string, number>> = {}
const counted = new WeakMap<Comments, Readonly<Record<string, number>>>()

export function openByNode(comments: Comments): Readonly<Record<string, number>> {
  const known = counted.get(comments)
  if (known) return known
  const counts: Record<string, number> = {}
  for (const { node, parent, resolved } of Object.values(comments))
    if (node !== null && parent === null && !resolved) counts[node] = (counts[node] ?? 0) + 1
  const found = Object.keys(counts).length ? counts : NONE
  counted.set(comments, found)
  return found
}

export function openThreads(comments: Comments): number {
  return Object.values(comments).filter(({ parent, resolved }) => parent === null && !resolved).length
}
