// Graph and selection → the node and wire objects React Flow draws. An object changes only when what it stands for did;
// nothing of a run and no parameter is in them.

import {
  applyEdgeChanges,
  applyNodeChanges,
  type Edge,
  type EdgeChange,
  type Node,
  type NodeChange,
} from '@xyflow/react'
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { GraphSnapshot, GraphStore } from '../document/graph'
import { NODE_HEIGHT, NODE_WIDTH } from '../document/place'
import { select, useSelection, type Selection } from '../document/selection'

export interface FlowState {
  nodes: Node[]
  edges: Edge[]
}

export interface Flow {
  store: StoreApi<FlowState>
  onNodesChange: (changes: NodeChange[]) => void
  onEdgesChange: (changes: EdgeChange[]) => void
  close: () => void
}

const NO_DATA: Record<string, never> = {}

export function flowOf(graph: GraphStore): Flow {
  const store = createStore<FlowState>(() => ({ nodes: [], edges: [] }))

  const read = (now: GraphSnapshot, before: GraphSnapshot | null) => {
    const selection = useSelection.getState()
    const next: Partial<FlowState> = {}
    if (!before || now.nodes !== before.nodes || now.layout !== before.layout) {
      next.nodes = nodesOf(now, store.getState().nodes, new Set(selection.nodes))
    }
    if (!before || now.edges !== before.edges || now.nodes !== before.nodes) {
      next.edges = edgesOf(now, store.getState().edges, new Set(selection.edges))
    }
    if (Object.keys(next).length) store.setState(next)
  }
  read(graph.getState(), null)
  const offGraph = graph.subscribe(read)
  const offSelection = useSelection.subscribe((now) => {
    store.setState(({ nodes, edges }) => ({ nodes: marked(nodes, now.nodes), edges: marked(edges, now.edges) }))
  })

  return {
    store,
    onNodesChange: (changes) => {
      const moved = changes.filter((change) => change.type !== 'select' && change.type !== 'remove')
      if (moved.length) store.setState(({ nodes }) => ({ nodes: applyNodeChanges(moved, nodes) }))
      const selection = useSelection.getState()
      const nodes = selected(selection.nodes, changes)
      if (nodes !== selection.nodes) select(nodes, selection.edges)
    },
    onEdgesChange: (changes) => {
      const other = changes.filter((change) => change.type !== 'select' && change.type !== 'remove')
      if (other.length) store.setState(({ edges }) => ({ edges: applyEdgeChanges(other, edges) }))
      const selection = useSelection.getState()
      const edges = selected(selection.edges, changes)
      if (edges !== selection.edges) select(selection.nodes, edges)
    },
    close: () => {
      offGraph()
      offSelection()
    },
  }
}

function selected(now: Selection['nodes'], changes: readonly (NodeChange | EdgeChange)[]): readonly string[] {
  const ids = new Set(now)
  let changed = false
  for (const change of changes) {
    if (change.type !== 'select' || ids.has(change.id) === change.selected) continue
    changed = true
    if (change.selected) ids.add(change.id)
    else ids.delete(change.id)
  }
  return changed ? [...ids] : now
}

function marked<T extends { id: string; selected?: boolean }>(all: T[], ids: readonly string[]): T[] {
  const on = new Set(ids)
  let changed = false
  const next = all.map((each) => {
    if ((each.selected ?? false) === on.has(each.id)) return each
    changed = true
    return { ...each, selected: on.has(each.id) }
  })
  return changed ? next : all
}

function nodesOf(graph: GraphSnapshot, before: readonly Node[], on: ReadonlySet<string>): Node[] {
  const known = new Map(before.map((node) => [node.id, node]))
  return Object.keys(graph.nodes).map((id, at) => {
    const old = known.get(id)
    const place = graph.layout[id] ?? { x: (at % 4) * 280, y: Math.floor(at / 4) * 120 }
    const ariaLabel = labelOf(graph, id)
    if (!old) {
      return {
        id,
        type: 'card',
        position: place,
        data: NO_DATA,
        selected: on.has(id),
        initialWidth: NODE_WIDTH,
        initialHeight: NODE_HEIGHT,
        ariaLabel,
      }
    }
    const moved = !old.dragging && (old.position.x !== place.x || old.position.y !== place.y)
    if (!moved && old.ariaLabel === ariaLabel) return old
    return { ...old, ariaLabel, position: moved ? place : old.position }
  })
}

/** Said when the node is reached by keyboard; its card says the rest. */
function labelOf(graph: GraphSnapshot, id: string): string {
  const node = graph.nodes[id]
  return node ? `${node.name}, ${node.type === 'layer' ? node.layer : node.type}` : id
}

function edgesOf(graph: GraphSnapshot, before: readonly Edge[], on: ReadonlySet<string>): Edge[] {
  const known = new Map(before.map((edge) => [edge.id, edge]))
  const edges: Edge[] = []
  for (const [id, edge] of Object.entries(graph.edges)) {
    if (!graph.nodes[edge.source] || !graph.nodes[edge.target]) continue
    const old = known.get(id)
    const ariaLabel = `Wire from ${graph.nodes[edge.source]?.name} to ${graph.nodes[edge.target]?.name}`
    const same =
      old &&
      old.ariaLabel === ariaLabel &&
      old.source === edge.source &&
      old.target === edge.target &&
      old.sourceHandle === edge.source_port &&
      old.targetHandle === edge.target_port
    edges.push(
      same
        ? old
        : {
            id,
            type: 'wire',
            source: edge.source,
            target: edge.target,
            sourceHandle: edge.source_port,
            targetHandle: edge.target_port,
            selected: on.has(id),
            ariaLabel,
          },
    )
  }
  return edges
}
