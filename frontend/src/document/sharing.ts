// Which nodes use one layer, or one block's layers, together: the owner has it, the sharers name the owner.

import { wholeOf } from '../catalog/blocks'
import type { LayerNode, Node } from '../contract'

type Nodes = Readonly<Record<string, Node>>

const NONE: readonly string[] = []
const known = new WeakMap<Nodes, ReadonlyMap<string, readonly string[]>>()

/** The nodes that use the layer of this one, itself left out; empty for a sharer and for a layer that stands alone. */
export function sharersOf(nodes: Nodes, owner: string): readonly string[] {
  return byOwner(nodes).get(owner) ?? NONE
}

/** The owner of the layer that a node uses together with others; null where it uses its own alone. */
export function familyOf(nodes: Nodes, id: string): string | null {
  const node = nodes[id]
  if (node?.type !== 'layer' && node?.type !== 'block') return null
  if (node.shares) return nodes[node.shares] ? node.shares : null
  return sharersOf(nodes, id).length ? id : null
}

/** The layers of this selection that could be one: two or more of one class, or a single one, or a block, that could be used again. */
export function shareable(nodes: Nodes, ids: readonly string[]): boolean {
  const [first] = ids
  if (ids.length === 1 && first !== undefined && nodes[first]?.type === 'block') return true
  const layers = ids.map((id) => nodes[id])
  return layers.length > 0 && layers.every((node) => node?.type === 'layer' && layerIn(nodes, node) === layerIn(nodes, layers[0]))
}

function layerIn(nodes: Nodes, node: Node | undefined): string {
  const owner = node?.type === 'layer' && node.shares ? nodes[node.shares] : undefined
  return ((owner?.type === 'layer' ? owner : node) as LayerNode).layer
}

function byOwner(some: Nodes): ReadonlyMap<string, readonly string[]> {
  const nodes = wholeOf(some)
  const found = known.get(nodes)
  if (found) return found
  const made = new Map<string, string[]>()
  for (const [id, node] of Object.entries(nodes)) {
    if ((node.type !== 'layer' && node.type !== 'block') || !node.shares) continue
    const others = made.get(node.shares)
    if (others) others.push(id)
    else made.set(node.shares, [id])
  }
  known.set(nodes, made)
  return made
}
