// Graph and selection → the node and wire objects React Flow draws. An object changes only when what it stands for did;
// nothing of a run and no parameter is in them. A note is one of React Flow's nodes too, under an id of its own kind.

import {
  applyEdgeChanges,
  applyNodeChanges,
  type Edge,
  type EdgeChange,
  type Node,
  type NodeChange,
} from '@xyflow/react'
import { createStore, type StoreApi } from 'zustand/vanilla'
import { calledOf, isCall } from '../catalog/member'
import type { Position } from '../contract'
import type { GraphSnapshot, GraphStore } from '../document/graph'
import { NODE_HEIGHT, NODE_WIDTH } from '../document/place'
import { select, useSelection, type Selection } from '../document/selection'
import { t } from '../words/words'
import { flowIdOf, noteIn } from './noteId'

export interface FlowState {
  nodes: Node[]
  edges: Edge[]
}

export interface Flow {
  store: StoreApi<FlowState>
  onNodesChange: (changes: NodeChange[]) => void
  onEdgesChange: (changes: EdgeChange[]) => void
  /** Where these are drawn just now, whatever the document says of them; what is left out stands where it says. */
  hold: (holder: Holder, places: Places) => void
  /** Where the document says that it stands. */
  placeOf: (id: string) => Position | undefined
  close: () => void
}

export type Places = Readonly<Record<string, Position>>
/** Who draws nodes elsewhere for a while: a layout that glides, and above it what the others drag. */
type Holder = 'layout' | 'others'

const NO_DATA: Record<string, never> = {}

export function flowOf(graph: GraphStore): Flow {
  const store = createStore<FlowState>(() => ({ nodes: [], edges: [] }))
  const holders: Record<Holder, Places> = { layout: {}, others: {} }
  let held: Places = {}

  const placeOf = (id: string): Position | undefined => {
    const { layout, notes } = graph.getState()
    const note = noteIn(id)
    return note === null ? layout[id] : notes[note]
  }
  const read = (now: GraphSnapshot, before: GraphSnapshot | null) => {
    const selection = useSelection.getState()
    const next: Partial<FlowState> = {}
    if (!before || now.nodes !== before.nodes || now.layout !== before.layout || now.notes !== before.notes) {
      const on = new Set(flowIds(selection))
      const known = new Map(store.getState().nodes.map((node) => [node.id, node]))
      next.nodes = put([...nodesOf(now, known, on), ...notesOf(now, known, on)], held)
    }
    if (!before || now.edges !== before.edges || now.nodes !== before.nodes) {
      next.edges = edgesOf(now, store.getState().edges, new Set(selection.edges))
    }
    if (Object.keys(next).length) store.setState(next)
  }
  read(graph.getState(), null)
  const offGraph = graph.subscribe(read)
  const offSelection = useSelection.subscribe((now) => {
    store.setState(({ nodes, edges }) => ({ nodes: marked(nodes, flowIds(now)), edges: marked(edges, now.edges) }))
  })

  return {
    store,
    placeOf,
    hold: (holder, more) => {
      holders[holder] = more
      const places = { ...holders.layout, ...holders.others }
      const free = Object.keys(held).flatMap((id) => (id in places ? [] : [[id, placeOf(id)]]))
      held = places
      store.setState(({ nodes }) => ({ nodes: put(nodes, { ...Object.fromEntries(free), ...places }) }))
    },
    onNodesChange: (changes) => {
      const moved = changes.filter((change) => change.type !== 'select' && change.type !== 'remove')
      if (moved.length) store.setState(({ nodes }) => ({ nodes: applyNodeChanges(moved, nodes) }))
      const selection = useSelection.getState()
      const before = flowIds(selection)
      const after = selected(before, changes)
      if (after === before) return
      const notes = after.flatMap((id) => noteIn(id) ?? [])
      select(
        after.filter((id) => noteIn(id) === null),
        selection.edges,
        notes,
      )
    },
    onEdgesChange: (changes) => {
      const other = changes.filter((change) => change.type !== 'select' && change.type !== 'remove')
      if (other.length) store.setState(({ edges }) => ({ edges: applyEdgeChanges(other, edges) }))
      const selection = useSelection.getState()
      const edges = selected(selection.edges, changes)
      if (edges !== selection.edges) select(selection.nodes, edges, selection.notes)
    },
    close: () => {
      offGraph()
      offSelection()
    },
  }
}

/** What this person drags stays in their own hand. */
function put(nodes: Node[], places: Readonly<Record<string, Position | undefined>>): Node[] {
  if (!Object.keys(places).length) return nodes
  return nodes.map((node) => {
    const at = places[node.id]
    if (!at || node.dragging || (node.position.x === at.x && node.position.y === at.y)) return node
    return { ...node, position: { x: at.x, y: at.y } }
  })
}

function flowIds({ nodes, notes }: Selection): readonly string[] {
  return notes.length ? [...nodes, ...notes.map(flowIdOf)] : nodes
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

type Known = ReadonlyMap<string, Node>

/** Below the wires: a large note stands behind what it is about. */
const BEHIND = -1

function notesOf(graph: GraphSnapshot, known: Known, on: ReadonlySet<string>): Node[] {
  return Object.entries(graph.notes).map(([note, { x, y, width, height, text }]) => {
    const id = flowIdOf(note)
    const old = known.get(id)
    const ariaLabel = text ? t('canvas-note-says', { text: text.slice(0, 80) }) : t('canvas-note-empty')
    if (
      old &&
      (old.dragging || (old.position.x === x && old.position.y === y)) &&
      old.width === width &&
      old.height === height &&
      old.ariaLabel === ariaLabel
    )
      return old
    const domAttributes = { 'aria-roledescription': t('canvas-is-note') }
    const fresh = { id, type: 'note', data: NO_DATA, selected: on.has(id), zIndex: BEHIND, domAttributes }
    return { ...fresh, ...old, position: { x, y }, width, height, ariaLabel }
  })
}

function nodesOf(graph: GraphSnapshot, known: Known, on: ReadonlySet<string>): Node[] {
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
        domAttributes: { 'aria-labelledby': nameIdOf(id), 'aria-roledescription': t('canvas-is-node') },
      }
    }
    const moved = !old.dragging && (old.position.x !== place.x || old.position.y !== place.y)
    if (!moved && old.ariaLabel === ariaLabel) return old
    return { ...old, ariaLabel, position: moved ? place : old.position }
  })
}

/** Of the element in its card that names the node: with its shape, its cost and its problems, which no object here holds. */
export function nameIdOf(id: string): string {
  return `name-${id}`
}

/** Its name where its card is not drawn. */
function labelOf(graph: GraphSnapshot, id: string): string {
  const node = graph.nodes[id]
  if (!node) return id
  const own = node.type === 'backbone' ? node.application : node.type === 'custom' ? '' : node.type
  return `${node.name}, ${isCall(node) ? calledOf(node) : own}`
}

function edgesOf(graph: GraphSnapshot, before: readonly Edge[], on: ReadonlySet<string>): Edge[] {
  const known = new Map(before.map((edge) => [edge.id, edge]))
  const edges: Edge[] = []
  for (const [id, edge] of Object.entries(graph.edges)) {
    if (!graph.nodes[edge.source] || !graph.nodes[edge.target]) continue
    const old = known.get(id)
    const [from, to] = [graph.nodes[edge.source]?.name ?? '', graph.nodes[edge.target]?.name ?? '']
    const ariaLabel = t('canvas-wire-label', { from, to })
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
            // React Flow describes its own keys, which are not ours.
            domAttributes: { 'aria-roledescription': t('canvas-is-wire'), 'aria-describedby': undefined },
          },
    )
  }
  return edges
}
