// The fix being previewed, as what would appear and what would go: drawn over the canvas, never written.

import { create } from 'zustand'
import type { CatalogIndex } from '../catalog/catalog'
import { lineOf } from '../catalog/line'
import { layerOf } from '../catalog/ports'
import type { Edit, Fix, Node, Position } from '../contract'
import type { GraphSnapshot } from '../document/graph'
import { freeNear, isCovered, makeRoom, NODE_HEIGHT, NODE_WIDTH, placeBelow } from '../document/place'

export const useGhost = create<{ fix: Fix | null }>(() => ({ fix: null }))

export function showGhost(fix: Fix | null): void {
  useGhost.setState({ fix })
}

export interface Ghost {
  key: string
  at: Position
  kind: 'appears' | 'changes' | 'goes'
  name: string
  line: string
}

export interface GhostWire {
  key: string
  from: Position
  to: Position
  kind: 'appears' | 'goes'
}

export function ghostsOf(
  fix: Fix,
  graph: GraphSnapshot,
  catalog: CatalogIndex,
): { nodes: Ghost[]; wires: GhostWire[] } {
  const nodes: Ghost[] = []
  let wires: GhostWire[] = []
  /** Wire → what was put into it last: the next one comes after that. */
  const inside = new Map<string, string>()
  const beside = (at: Position) => {
    const others = nodes.flatMap((ghost) => (ghost.kind === 'appears' ? ghost.at : []))
    return isCovered(others, at) ? freeNear(others, at) : at
  }
  const place = (id: string) => nodes.find((ghost) => ghost.key === id)?.at ?? graph.layout[id]
  const wire = (key: string, source: string, target: string, kind: GhostWire['kind']) => {
    const from = place(source)
    const to = place(target)
    if (from && to) wires.push({ key, from: bottom(from), to: top(to), kind })
  }
  for (const edit of fix.edits) {
    switch (edit.type) {
      case 'add_node':
        nodes.push(appearing(edit.id, edit.node, beside(placeBelow(graph, edit.near)), catalog))
        break
      case 'insert_on_edge': {
        const edge = graph.edges[edit.edge]
        nodes.push(appearing(edit.id, edit.node, beside(between(graph, edit.edge)), catalog))
        if (edge) {
          const before = inside.get(edit.edge)
          wires = wires.filter(({ key }) => key !== `${before} below`)
          inside.set(edit.edge, edit.id)
          wire(`${edit.id} above`, before ?? edge.source, edit.id, 'appears')
          wire(`${edit.id} below`, edit.id, edge.target, 'appears')
        }
        break
      }
      case 'add_edge':
        wire(edit.id, edit.edge.source, edit.edge.target, 'appears')
        break
      case 'remove_edge': {
        const edge = graph.edges[edit.edge]
        if (edge) wire(edit.edge, edge.source, edge.target, 'goes')
        break
      }
      case 'remove_node':
      case 'set_param':
      case 'set_field': {
        const node = graph.nodes[edit.node]
        const at = graph.layout[edit.node]
        if (node && at) nodes.push({ key: edit.node, at, ...after(node, edit, graph, catalog) })
        break
      }
      case 'set_training':
      case 'set_graph':
        break
      default:
        edit satisfies never
    }
  }
  return { nodes, wires }
}

function appearing(key: string, node: Node, at: Position, catalog: CatalogIndex): Ghost {
  return { key, at, kind: 'appears', name: node.name, line: lineOf(catalog, node) }
}

/** Where it will stand; while there is no room yet, just above what it feeds. */
function between(graph: GraphSnapshot, edge: string): Position {
  const { place, moved } = makeRoom(graph, edge)
  const target = graph.layout[graph.edges[edge]?.target ?? '']
  if (!target || !Object.keys(moved).length) return place
  return { x: place.x + 28, y: Math.min(place.y, target.y - NODE_HEIGHT - 10) }
}

function after(
  node: Node,
  edit: Edit & { type: 'remove_node' | 'set_param' | 'set_field' },
  graph: GraphSnapshot,
  catalog: CatalogIndex,
): Pick<Ghost, 'kind' | 'name' | 'line'> {
  if (edit.type === 'remove_node') return { kind: 'goes', name: node.name, line: lineOf(catalog, node) }
  const changed =
    edit.type === 'set_field'
      ? ({ ...node, [edit.field]: edit.value } as Node)
      : ({ ...node, params: { ...(node as { params?: object }).params, [edit.param]: edit.value } } as Node)
  return { kind: 'changes', name: changed.name, line: lineOf(catalog, changed, layerOf(graph.nodes, changed)) }
}

const bottom = (at: Position): Position => ({ x: at.x + NODE_WIDTH / 2, y: at.y + NODE_HEIGHT })
const top = (at: Position): Position => ({ x: at.x + NODE_WIDTH / 2, y: at.y })
