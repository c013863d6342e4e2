// Two graphs and what changed → one graph that holds both: what stayed once, what came, and what went, in the place where it stood.

import { wayTo } from '../catalog/blocks'
import type { Comparison, Edge, Node, Position } from '../contract'
import { arrange } from '../canvas/arrange'
import { freeNear } from '../document/place'
import { placesOf, type Drawable } from '../canvas/drawing'

export type Marked = 'same' | 'added' | 'removed' | 'changed'

export interface Overlay extends Drawable {
  readonly nodes: Readonly<Record<string, Node>>
  readonly edges: Readonly<Record<string, Edge>>
  readonly layout: Readonly<Record<string, Position>>
  readonly nodeMarks: Readonly<Record<string, Marked>>
  readonly edgeMarks: Readonly<Record<string, Marked>>
}

/** In the overlay, what is only in the graph before has this key: no id holds the character. */
export function goneKey(id: string): string {
  return `~${id}`
}

export function overlayOf({ before, after, diff }: Comparison): Overlay {
  const now = new Map(Object.entries(diff.same).map(([id, old]) => [old, id]))
  const keyOf = (old: string) => now.get(old) ?? goneKey(old)
  const nodes: Record<string, Node> = { ...after.nodes }
  const nodeMarks: Record<string, Marked> = Object.fromEntries(Object.keys(after.nodes).map((id) => [id, 'same']))
  for (const change of diff.nodes) {
    const key = change.after ?? goneKey(change.before ?? '')
    nodeMarks[key] = change.type
    const gone = change.after === null && change.before !== null ? before.nodes[change.before] : undefined
    if (!gone) continue
    const block = gone.block ? keyOf(gone.block) : null
    nodes[key] = 'shares' in gone && gone.shares ? { ...gone, block, shares: keyOf(gone.shares) } : { ...gone, block }
  }
  // What changed in a block is seen on its card.
  for (const [key, mark] of Object.entries(nodeMarks))
    if (mark !== 'same') for (const block of wayTo(nodes, key)) if (nodeMarks[block] === 'same') nodeMarks[block] = 'changed'
  const edges: Record<string, Edge> = { ...after.edges }
  const edgeMarks: Record<string, Marked> = Object.fromEntries(Object.keys(after.edges).map((id) => [id, 'same']))
  for (const change of diff.edges) {
    if (change.after !== null) edgeMarks[change.after] = change.type
    const gone = change.after === null && change.before !== null ? before.edges[change.before] : undefined
    if (!gone || change.before === null) continue
    edges[goneKey(change.before)] = { ...gone, source: keyOf(gone.source), target: keyOf(gone.target) }
    edgeMarks[goneKey(change.before)] = 'removed'
  }
  const count = (mark: Marked) => diff.nodes.filter((change) => change.type === mark).length
  // Where more came and went than stayed, no place of the one means much to the other.
  const strangers = Math.min(count('added'), count('removed')) > 0 && count('added') + count('removed') > Object.keys(diff.same).length
  const layout = strangers ? arrange(nodes, edges) : laidOver(before, after, now, Object.keys(nodes))
  return { nodes, edges, layout, nodeMarks, edgeMarks }
}

/** What went stands beside the neighbours it had, as far from them as then; aside where something stands now. */
function laidOver(
  before: Drawable,
  after: Drawable,
  now: ReadonlyMap<string, string>,
  keys: readonly string[],
): Record<string, Position> {
  const [old, layout] = [placesOf(before), placesOf(after)]
  for (const key of keys) {
    if (layout[key]) continue
    const id = key.slice(1)
    const stood = old[id] ?? { x: 0, y: 0 }
    const near = nearest(stood, old, (other) => now.has(other))
    const then = near === null ? stood : (old[near] ?? stood)
    const there = near === null ? stood : (layout[now.get(near) ?? ''] ?? stood)
    layout[key] = freeNear(Object.values(layout), { x: there.x + stood.x - then.x, y: there.y + stood.y - then.y })
  }
  return layout
}

function nearest(
  to: Position,
  places: Readonly<Record<string, Position>>,
  keep: (id: string) => boolean,
): string | null {
  let best: string | null = null
  let least = Infinity
  for (const [id, { x, y }] of Object.entries(places)) {
    const far = Math.hypot(x - to.x, y - to.y)
    if (far < least && keep(id)) [best, least] = [id, far]
  }
  return best
}
