// Nodes in the order data meets them; of those side by side, the one drawn first. A circle's members come last.

import type { Edge, Node } from '../../contract'
import { linksOf } from '../../document/links'

export function readingOrder(nodes: Readonly<Record<string, Node>>, edges: Readonly<Record<string, Edge>>): string[] {
  const links = linksOf(edges)
  const ids = Object.keys(nodes)
  const here = new Set(ids)
  const waits = new Map(ids.map((id) => [id, links.into(id).filter((link) => here.has(link.source)).length]))
  const order: string[] = []
  const visit = (id: string) => {
    order.push(id)
    for (const { target } of links.from(id)) {
      const left = (waits.get(target) ?? 0) - 1
      waits.set(target, left)
      if (left === 0) visit(target)
    }
  }
  for (const id of ids.filter((each) => !waits.get(each))) visit(id)
  const met = new Set(order)
  return [...order, ...ids.filter((id) => !met.has(id))]
}
