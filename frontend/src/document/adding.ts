// Where a chosen item goes when nobody says: into the one wire after the selected node, else below it, else at the loose end.

import type { CatalogIndex } from '../catalog/catalog'
import { outputsOf } from '../catalog/ports'
import { newInput, newOutput, nodeOf, type Item } from '../catalog/starts'
import type { Node } from '../contract'
import type { GraphSnapshot } from './graph'
import { linksOf } from './links'
import type { OpenDocument } from './open'
import { useSelection } from './selection'

export function addItem(document: OpenDocument, catalog: CatalogIndex, item: Item): string {
  const graph = document.graph.getState()
  const node = freshNode(graph, catalog, item)
  const { nodes, edges } = useSelection.getState()
  const wire = edges.length === 1 && !nodes.length ? edges[0] : undefined
  if (wire && graph.edges[wire] && node.type === 'layer') return document.edit.insertNode(node, wire)

  const after = node.type === 'input' ? null : (selectedEnd(graph, nodes) ?? looseEnd(graph))
  if (!after) return document.edit.addNode(node)
  const onward = linksOf(graph.edges).from(after)
  const only = onward.length === 1 ? onward[0] : undefined
  if (only && node.type === 'layer') return document.edit.insertNode(node, only.id)
  const from = graph.nodes[after]
  const port = from && outputsOf(catalog, graph.nodes, from)[0]
  return document.edit.addNode(node, { after: port ? { node: after, port: port.name } : null })
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
