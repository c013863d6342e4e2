// Edges by the node they arrive at and leave from. Worked out once for each picture of the edges.

import type { Edge } from '../contract'

export interface Link extends Edge {
  id: string
}

export interface Links {
  into: (node: string) => readonly Link[]
  from: (node: string) => readonly Link[]
}

const NONE: readonly Link[] = []
const known = new WeakMap<object, Links>()

/** Wires of one port stand in their order. */
export function linksOf(edges: Readonly<Record<string, Edge>>): Links {
  let links = known.get(edges)
  if (!links) known.set(edges, (links = sort(edges)))
  return links
}

function sort(edges: Readonly<Record<string, Edge>>): Links {
  const into = new Map<string, Link[]>()
  const from = new Map<string, Link[]>()
  for (const [id, edge] of Object.entries(edges)) {
    const link = { id, ...edge }
    put(into, edge.target, link)
    put(from, edge.source, link)
  }
  for (const links of into.values()) links.sort(byOrder)
  return { into: (node) => into.get(node) ?? NONE, from: (node) => from.get(node) ?? NONE }
}

function put(map: Map<string, Link[]>, key: string, link: Link): void {
  const found = map.get(key)
  if (found) found.push(link)
  else map.set(key, [link])
}

export function byOrder(a: Link, b: Link): number {
  return a.order < b.order ? -1 : a.order > b.order ? 1 : a.id < b.id ? -1 : 1
}

/** Every node reached from these by going along the wires, themselves included. */
export function downstream(edges: Readonly<Record<string, Edge>>, nodes: readonly string[]): Set<string> {
  const links = linksOf(edges)
  return reached(nodes, (node) => links.from(node).map((link) => link.target))
}

/** Every node from which these are reached, themselves included. */
export function upstream(edges: Readonly<Record<string, Edge>>, nodes: readonly string[]): Set<string> {
  const links = linksOf(edges)
  return reached(nodes, (node) => links.into(node).map((link) => link.source))
}

/** Every node on a way from one of these to another, themselves included. */
export function between(edges: Readonly<Record<string, Edge>>, nodes: readonly string[]): Set<string> {
  const after = downstream(edges, nodes)
  const before = upstream(edges, nodes)
  return new Set([...after].filter((node) => before.has(node)))
}

function reached(nodes: readonly string[], next: (node: string) => readonly string[]): Set<string> {
  const found = new Set(nodes)
  const waiting = [...nodes]
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    for (const other of next(node)) {
      if (found.has(other)) continue
      found.add(other)
      waiting.push(other)
    }
  }
  return found
}
