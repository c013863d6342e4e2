// A node one place earlier or later on its way: it changes places with the neighbour it is wired to, wires and position alike.

import type { Edge, Position } from '../contract'
import type { GraphSnapshot } from './graph'
import { linksOf, type Link } from './links'

export interface Swap {
  /** Each wire that changes, as it is then. */
  wires: Readonly<Record<string, Omit<Edge, 'order'>>>
  layout: Readonly<Record<string, Position>>
}

/** Null where there is no one neighbour to change places with: at an end, at a branch or a merge between the two. */
export function swapOf(graph: Pick<GraphSnapshot, 'edges' | 'nodes' | 'layout'>, id: string, later: boolean): Swap | null {
  const links = linksOf(graph.edges)
  const between = later ? only(links.from(id)) : only(links.into(id))
  if (!between) return null
  const [first, second] = [between.source, between.target]
  const into = links.into(first)
  if (!isLayer(graph, first) || !isLayer(graph, second)) return null
  if (links.from(first).length !== 1 || links.into(second).length !== 1 || into.length > 1) return null

  const wires: Record<string, Omit<Edge, 'order'>> = {
    [between.id]: { source: second, source_port: 'output', target: first, target_port: into[0]?.target_port ?? 'input' },
  }
  for (const wire of into) wires[wire.id] = { ...ends(wire), target: second, target_port: between.target_port }
  for (const wire of links.from(second)) wires[wire.id] = { ...ends(wire), source: first, source_port: between.source_port }
  const [above, below] = [graph.layout[first], graph.layout[second]]
  return { wires, layout: above && below ? { [first]: below, [second]: above } : {} }
}

function only(links: readonly Link[]): Link | undefined {
  return links.length === 1 ? links[0] : undefined
}

function isLayer(graph: Pick<GraphSnapshot, 'nodes'>, id: string): boolean {
  const type = graph.nodes[id]?.type
  return type !== undefined && type !== 'input' && type !== 'output'
}

function ends({ source, source_port, target, target_port }: Link): Omit<Edge, 'order'> {
  return { source, source_port, target, target_port }
}
