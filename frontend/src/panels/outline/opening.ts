// The canvas' menu of what can be added or wired, opened beside a row: the choice stands where the drawing has room for it.

import { openMenu, type Purpose } from '../../canvas/menu'
import { outputsOf } from '../../catalog/ports'
import type { CatalogIndex } from '../../catalog/catalog'
import type { GraphSnapshot } from '../../document/graph'
import { linksOf } from '../../document/links'
import { NODE_HEIGHT, NODE_WIDTH, placeBelow } from '../../document/place'

export function openAdding(beside: Element, graph?: GraphSnapshot, catalog?: CatalogIndex, after?: string): void {
  open({ ...purposeOf(graph, catalog, after) }, beside, graph, after)
}

export function openWiring(node: string, beside: Element, graph: GraphSnapshot): void {
  open({ type: 'connect', node }, beside, graph, node)
}

/** After a node with one wire on: into that wire. After one with none or several: wired to it. */
function purposeOf(graph?: GraphSnapshot, catalog?: CatalogIndex, after?: string): Purpose {
  const node = graph?.nodes[after ?? '']
  if (!graph || !catalog || !node || after === undefined) return { type: 'free' }
  const onward = linksOf(graph.edges).from(after)
  if (onward.length === 1 && onward[0]) return { type: 'insert', edge: onward[0].id }
  const port = outputsOf(catalog, graph.nodes, node)[0]?.name
  return port === undefined ? { type: 'free' } : { type: 'wired', joint: { node: after, port, side: 'source' } }
}

function open(purpose: Purpose, beside: Element, graph?: GraphSnapshot, near?: string): void {
  const { left, bottom } = beside.getBoundingClientRect()
  const place = placeBelow(graph ?? { layout: {} }, near ?? null)
  // The menu centres what it adds on its point.
  openMenu({
    purpose,
    at: { x: left, y: bottom + 4 },
    place: { x: place.x + NODE_WIDTH / 2, y: place.y + NODE_HEIGHT / 2 },
  })
}
