// Nodes lie flat, each with the block it stands in → which stand in which, in what order data meets a block's ports, whose inside a block shows.
// A node whose block is gone, or stands in itself, counts at the top: what two people did apart hides nothing.

import type { BlockNode, Node } from '../contract'

export type Nodes = Readonly<Record<string, Node>>

interface Order {
  homes: ReadonlyMap<string, string | null>
  inside: ReadonlyMap<string | null, readonly string[]>
  ids: ReadonlyMap<Node, string>
}

const NONE: readonly string[] = []
const orders = new WeakMap<Nodes, Order>()
const wholes = new WeakMap<Nodes, Nodes>()

/** Those of `ids` alone to whoever goes through them; any other can still be looked up, as the owner of a shared layer must be. */
export function only(nodes: Nodes, ids: readonly string[]): Nodes {
  const seen = Object.create(nodes) as Record<string, Node>
  for (const id of ids) {
    const node = nodes[id]
    if (node) Object.defineProperty(seen, id, { value: node, enumerable: true })
  }
  wholes.set(seen, wholeOf(nodes))
  return seen
}

/** Of the nodes of one level, the nodes of all. */
export function wholeOf(nodes: Nodes): Nodes {
  return wholes.get(nodes) ?? nodes
}

/** The block that a node stands in; null at the top. */
export function homeOf(nodes: Nodes, id: string): string | null {
  return orderOf(nodes).homes.get(id) ?? null
}

/** What stands in a block; of null, at the top. A block within has an inside of its own. */
export function insideOf(nodes: Nodes, block: string | null): readonly string[] {
  return orderOf(nodes).inside.get(block) ?? NONE
}

/** The same with everything in the blocks within. */
export function allInside(nodes: Nodes, block: string): string[] {
  return insideOf(nodes, block).flatMap((id) => [id, ...(nodes[id]?.type === 'block' ? allInside(nodes, id) : NONE)])
}

/** The blocks round a node, the outermost first. */
export function wayTo(nodes: Nodes, id: string): string[] {
  const way: string[] = []
  for (let home = homeOf(nodes, id); home !== null; home = homeOf(nodes, home)) way.unshift(home)
  return way
}

/** The block whose inside this one shows: its own, or that of the one whose layers it uses again. */
export function ownerOf(nodes: Nodes, id: string): string {
  const node = nodes[id]
  const shares = node?.type === 'block' ? node.shares : null
  return shares && nodes[shares]?.type === 'block' ? shares : id
}

/** What a wire may be fixed to, by the ids of the ends inside: in the order of their names, as in the code. */
export function portsOf(nodes: Nodes, block: string, type: 'input' | 'output'): readonly string[] {
  const name = (id: string) => nodes[id]?.name ?? ''
  return insideOf(nodes, ownerOf(nodes, block))
    .filter((id) => nodes[id]?.type === type)
    .toSorted((a, b) => (name(a) < name(b) ? -1 : name(a) > name(b) ? 1 : a < b ? -1 : 1))
}

/** Of a block as it stands in the graph. */
export function idOf(nodes: Nodes, node: BlockNode): string | undefined {
  return orderOf(nodes).ids.get(node)
}

/** An end of a block: no end of the model. */
export function isPort(nodes: Nodes, id: string): boolean {
  const node = nodes[id]
  return (node?.type === 'input' || node?.type === 'output') && homeOf(nodes, id) !== null
}

function orderOf(some: Nodes): Order {
  const nodes = wholeOf(some)
  const found = orders.get(nodes)
  if (found) return found
  const homes = new Map<string, string | null>()
  const inside = new Map<string | null, string[]>()
  const ids = new Map<Node, string>()
  for (const [id, node] of Object.entries(nodes)) {
    const home = standsIn(nodes, id)
    homes.set(id, home)
    const others = inside.get(home)
    if (others) others.push(id)
    else inside.set(home, [id])
    if (node.type === 'block') ids.set(node, id)
  }
  const order = { homes, inside, ids }
  orders.set(nodes, order)
  return order
}

function standsIn(nodes: Nodes, id: string): string | null {
  const parent = (of: string) => {
    const block = nodes[of]?.block ?? null
    // In a block that shows another's inside nobody would see it.
    return block !== null && nodes[block]?.type === 'block' && ownerOf(nodes, block) === block ? block : null
  }
  const met = new Set<string>()
  for (let at = parent(id); at !== null; at = parent(at)) {
    if (at === id) return null
    if (met.has(at)) break
    met.add(at)
  }
  return parent(id)
}
