// A fix's edits, carried out. The words of the edits are the server's; where a new node stands is decided here.

import type { Edit } from '../contract'
import { homeOf } from '../catalog/blocks'
import { inputsOf, outputsOf } from '../catalog/ports'
import type { CatalogIndex } from '../catalog/catalog'
import type { GraphSnapshot } from './graph'
import { addNode, connect, disconnect, insertOnEdge, moveNodes, removeNodes, setField, setParam } from './nodes'
import { seenIn } from './level'
import { makeRoom, placeBelow } from './place'
import type { Roots } from './roots'

/** Returns the ids of the nodes it added. `look` gives the graph as it stands between two edits. */
export function applyEdits(
  roots: Roots,
  catalog: CatalogIndex,
  look: () => GraphSnapshot,
  edits: readonly Edit[],
): string[] {
  const added: string[] = []
  for (const edit of edits) {
    const graph = look()
    switch (edit.type) {
      case 'set_param':
        setParam(roots, edit.node, edit.param, (edit.value as unknown) ?? undefined)
        break
      case 'set_field':
        setField(roots, edit.node, edit.field, edit.value)
        break
      case 'set_training':
        roots.training.set(edit.field, edit.value)
        break
      case 'set_graph':
        roots.meta.set(edit.field, edit.value)
        break
      case 'add_node': {
        const block = edit.near === null ? (edit.node.block ?? null) : homeOf(graph.nodes, edit.near)
        added.push(addNode(roots, { ...edit.node, block }, placeBelow(seenIn(graph, block), edit.near), edit.id))
        break
      }
      case 'insert_on_edge': {
        const block = homeOf(graph.nodes, graph.edges[edit.edge]?.source ?? '')
        const { place, moved } = makeRoom(seenIn(graph, block), edit.edge)
        moveNodes(roots, moved)
        added.push(addNode(roots, { ...edit.node, block }, place, edit.id))
        insertOnEdge(roots, edit.edge, edit.id, {
          input: inputsOf(catalog, graph.nodes, edit.node)[0]?.name ?? 'input',
          output: outputsOf(catalog, graph.nodes, edit.node)[0]?.name ?? 'output',
        })
        break
      }
      case 'remove_node':
        removeNodes(roots, [edit.node], edit.heal)
        break
      case 'add_edge': {
        // Somebody else may have removed an end by now.
        if (!graph.nodes[edit.edge.source] || !graph.nodes[edit.edge.target]) break
        const target = graph.nodes[edit.edge.target]
        const ports = target ? inputsOf(catalog, graph.nodes, target) : []
        const many = ports.find((port) => port.name === edit.edge.target_port)?.many ?? false
        connect(roots, edit.edge, many, edit.id)
        break
      }
      case 'remove_edge':
        disconnect(roots, [edit.edge])
        break
      default:
        edit satisfies never
    }
  }
  return added
}
