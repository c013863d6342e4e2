// Moving nodes: one write when they are let go; a node without wires that is let go on a wire goes into it.

import type { Node } from '@xyflow/react'
import { useCallback } from 'react'
import { useCatalog } from '../catalog/context'
import { useDocument } from '../document/hooks'
import { linksOf } from '../document/links'
import { NODE_HEIGHT, NODE_WIDTH, snap } from '../document/place'
import { select, useSelection } from '../document/selection'
import { wireNear } from './wireNear'
import { useWiring } from './wiring'

export function useDragging() {
  const catalog = useCatalog()
  const { graph, edit } = useDocument()

  const wireUnder = useCallback(
    (node: Node, all: readonly Node[]): string | null => {
      const now = graph.getState()
      const links = linksOf(now.edges)
      const kind = now.nodes[node.id]?.type
      if (all.length !== 1 || kind !== 'layer' || links.into(node.id).length || links.from(node.id).length) return null
      const middle = { x: node.position.x + NODE_WIDTH / 2, y: node.position.y + NODE_HEIGHT / 2 }
      return wireNear(middle, now, catalog, NODE_WIDTH / 3)
    },
    [catalog, graph],
  )

  const onNodeDragStart = useCallback((_: unknown, node: Node) => {
    if (!useSelection.getState().nodes.includes(node.id)) select([node.id])
  }, [])

  const onNodeDrag = useCallback(
    (_: unknown, node: Node, all: Node[]) => {
      const opened = wireUnder(node, all)
      if (useWiring.getState().opened !== opened) useWiring.setState({ opened })
    },
    [wireUnder],
  )

  const onNodeDragStop = useCallback(
    (_: unknown, node: Node, all: Node[]) => {
      const edge = wireUnder(node, all)
      useWiring.setState({ opened: null })
      if (edge) return edit.insertExisting(node.id, edge)
      const layout = graph.getState().layout
      const moved = all.filter(({ id, position }) => layout[id]?.x !== position.x || layout[id]?.y !== position.y)
      if (moved.length) edit.moveNodes(Object.fromEntries(moved.map((each) => [each.id, snapped(each)])))
    },
    [edit, graph, wireUnder],
  )

  const onSelectionDragStop = useCallback(
    (_: unknown, all: Node[]) => edit.moveNodes(Object.fromEntries(all.map((each) => [each.id, snapped(each)]))),
    [edit],
  )

  return { onNodeDragStart, onNodeDrag, onNodeDragStop, onSelectionDragStop }
}

function snapped({ position }: Node) {
  return { x: snap(position.x), y: snap(position.y) }
}
