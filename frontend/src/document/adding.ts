// Where a chosen item goes when nobody says: into the one wire after the selected node, else below it, else at the loose end.

import type { CatalogIndex } from '../catalog/catalog'
import { outputsOf } from '../catalog/ports'
import { isCall } from '../catalog/member'
import { isInner, newInput, newOutput, nodeOf, type Item } from '../catalog/starts'
import type { Node } from '../contract'
import type { GraphSnapshot } from './graph'
import { linksOf } from './links'
import type { OpenDocument } from './open'
import { useSelection, type Selection } from './selection'

type Selected = Pick<Selection, 'nodes' | 'edges'>

export function addItem(document: OpenDocument, catalog: CatalogIndex, item: Item): string {
  const graph = document.graph.getState()
  const node = freshNode(graph, catalog, item)
  const also = isInner(item) ? item.before : []
  const place = item.type === 'input' ? null : placeForNew(graph, catalog, useSelection.getState())
  if (!place) return document.edit.addNode(node)
  if (place.type === 'after') return document.edit.addNode(node, { after: place, also })
  if (isCall(node) || node.type === 'custom') return document.edit.insertNode(node, place.edge, also)
  const wire = graph.edges[place.edge]
  return document.edit.addNode(node, { after: wire ? { node: wire.source, port: wire.source_port } : null })
}

export type NewPlace = { type: 'into'; edge: string } | { type: 'after'; node: string; port: string }

/** Into the one selected wire; into the one wire after the selected node; after that node, or the one that leads nowhere yet. */
export function placeForNew(graph: GraphSnapshot, catalog: CatalogIndex, selected: Selected): NewPlace | null {
  const [wire] = selected.edges
  if (wire !== undefined && selected.edges.length === 1 && !selected.nodes.length && graph.edges[wire]) {
    return { type: 'into', edge: wire }
  }
  const after = selectedEnd(graph, selected.nodes) ?? looseEnd(graph)
  const from = after === null ? undefined : graph.nodes[after]
  if (after === null || !from) return null
  const onward = linksOf(graph.edges).from(after)
  if (onward.length === 1 && onward[0]) return { type: 'into', edge: onward[0].id }
  const port = outputsOf(catalog, graph.nodes, from)[0]?.name
  return port === undefined ? null : { type: 'after', node: after, port }
}

/** A node for an item, named after the data where the data is known. */
export function freshNode(graph: GraphSnapshot, catalog: CatalogIndex, item: Item): Node {
  const data = graph.training.data
  const pictures = data?.type === 'builtin' && data.name === 'digits'
  if (item.type === 'input') return newInput(pictures ? 'image' : 'features')
  if (item.type === 'output') return newOutput(pictures ? 'label' : 'answer')
  return nodeOf(catalog, item)
}

function selectedEnd(graph: GraphSnapshot, selected: readonly string[]): string | null {
  const last = selected.at(-1)
  const node = last === undefined ? undefined : graph.nodes[last]
  return last !== undefined && node && node.type !== 'output' ? last : null
}

/** The one node that leads nowhere yet; null when there are several or none. */
function looseEnd(graph: GraphSnapshot): string | null {
  const links = linksOf(graph.edges)
  const loose = Object.keys(graph.nodes).filter((id) => graph.nodes[id]?.type !== 'output' && !links.from(id).length)
  return loose.length === 1 ? (loose[0] ?? null) : null
}
