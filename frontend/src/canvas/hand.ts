// The hand that moves nodes and notes: pointer → where they stand, in line with what stands still. Alt leaves them and moves a copy, Ctrl
// lets go of the lines, Escape takes it back; a layer without wires that is let go on a wire goes into it. One write when it lets go.

import type { Node, NodeChange, ReactFlowState } from '@xyflow/react'
import type { CatalogIndex } from '../catalog/catalog'
import { isCall } from '../catalog/member'
import type { Position } from '../contract'
import type { GraphSnapshot } from '../document/graph'
import { linksOf } from '../document/links'
import type { OpenDocument } from '../document/open'
import { around, NODE_HEIGHT, NODE_WIDTH, snap, type Box } from '../document/place'
import { clearMarks, showMarks } from './dragMarks'
import type { Flow } from './flow'
import { align } from './guides'
import { noteIn } from './noteId'
import { lastPress } from './pointer'
import { wireNear } from './wireNear'
import { useWiring } from './wiring'

/** Screen pixels within which a node leaps into line. */
const REACH = 6
/** How far out of sight a node may stand and still be lined up with. */
const AROUND = 60

interface Drag {
  /** Where everything that moves stood, under React Flow's ids. */
  starts: ReadonlyMap<string, Position>
  box: Box
  /** In sight, and not moving. */
  others: readonly Box[]
  zoom: number
  /** From the press to where React Flow took it for a drag: what it would leave behind the pointer. */
  lag: Position
  /** What the pointer asks for, and what came of it. */
  wish: Position
  by: Position
  copies: boolean
  free: boolean
  dropped: boolean
}

type Keys = Pick<MouseEvent, 'altKey' | 'ctrlKey' | 'metaKey'>
type Pointed = MouseEvent | TouchEvent

export interface Hand {
  begin: (event: Pointed, all: readonly Node[]) => void
  end: () => void
  key: (event: KeyboardEvent) => void
  /** Everything goes back to where it was taken up, and stays there. */
  leave: () => void
  onNodesChange: (changes: NodeChange[]) => void
}

export function handOf(
  flow: Flow,
  { graph, edit }: Pick<OpenDocument, 'graph' | 'edit'>,
  catalog: CatalogIndex,
  look: () => ReactFlowState,
): Hand {
  let drag: Drag | null = null

  const begin = (event: Pointed, all: readonly Node[]) => {
    const moving = new Set(all.map(({ id }) => id))
    const { nodeLookup, transform, width, height } = look()
    const [left, top, zoom] = transform
    const sight = { x: -left / zoom, y: -top / zoom, width: width / zoom, height: height / zoom }
    const boxes: Box[] = []
    const others: Box[] = []
    const starts = new Map<string, Position>()
    for (const [id, node] of nodeLookup) {
      const size = { width: node.measured.width ?? NODE_WIDTH, height: node.measured.height ?? NODE_HEIGHT }
      const box = { ...node.internals.positionAbsolute, ...size }
      if (moving.has(id)) {
        starts.set(id, node.internals.positionAbsolute)
        boxes.push(box)
      } else if (isNear(box, sight)) others.push(box)
    }
    const box = around(boxes)
    const none = { x: 0, y: 0 }
    const lag = lagOf(event, zoom)
    if (box) drag = { starts, box, others, zoom, lag, wish: none, by: none, copies: false, free: false, dropped: false }
    press(event)
  }

  const press = (event: Keys) => {
    if (!drag) return
    drag.copies = event.altKey
    drag.free = event.ctrlKey || event.metaKey
  }

  /** Where things stand for what the pointer asks. */
  const settle = (): Position => {
    if (!drag) return { x: 0, y: 0 }
    const { starts, box, wish, free, others, zoom, copies, dropped } = drag
    if (dropped) return (drag.by = { x: 0, y: 0 })
    const asked = { ...box, x: box.x + wish.x, y: box.y + wish.y }
    const line = free ? { dx: 0, dy: 0, guides: [] } : align(asked, others, REACH / zoom)
    drag.by = {
      x: line.dx || line.guides.some(({ axis }) => axis === 'x') ? wish.x + line.dx : snap(asked.x) - box.x,
      y: line.dy || line.guides.some(({ axis }) => axis === 'y') ? wish.y + line.dy : snap(asked.y) - box.y,
    }
    const opened = copies ? null : wireUnder(graph.getState(), catalog, starts, drag.by)
    if (useWiring.getState().opened !== opened) useWiring.setState({ opened })
    showMarks(opened ? [] : line.guides, copies ? moved(starts, drag.by) : new Map())
    return copies ? { x: 0, y: 0 } : drag.by
  }

  const draw = () => {
    if (!drag) return
    const by = settle()
    const places = moved(drag.starts, by)
    flow.onNodesChange([...places].map(([id, position]) => ({ id, type: 'position', position, dragging: true })))
  }

  const onNodesChange = (changes: NodeChange[]) => {
    const lead = drag && changes.find((change) => change.type === 'position' && drag?.starts.has(change.id))
    const start = lead?.type === 'position' ? drag?.starts.get(lead.id) : undefined
    if (!drag || lead?.type !== 'position' || !lead.position || !start) return flow.onNodesChange(changes)
    if (lead.dragging)
      drag.wish = { x: lead.position.x - start.x + drag.lag.x, y: lead.position.y - start.y + drag.lag.y }
    const by = lead.dragging ? settle() : drag.copies ? { x: 0, y: 0 } : drag.by
    flow.onNodesChange(
      changes.map((change) => {
        const from = change.type === 'position' ? drag?.starts.get(change.id) : undefined
        return from ? { ...change, position: { x: from.x + by.x, y: from.y + by.y } } : change
      }),
    )
  }

  const end = () => {
    const last = drag
    drag = null
    clearMarks()
    const edge = useWiring.getState().opened
    useWiring.setState({ opened: null })
    if (!last || last.dropped) return
    const places = moved(last.starts, last.by)
    const [nodes, notes] = parted(places)
    const [only] = Object.keys(nodes)
    if (last.copies) {
      if (last.by.x || last.by.y) edit.duplicate(Object.keys(nodes), Object.keys(notes), last.by)
    } else if (edge && only) edit.insertExisting(only, edge)
    else if (last.by.x || last.by.y) edit.moveNodes(nodes, notes)
  }

  const key = (event: KeyboardEvent) => {
    if (!drag) return
    if (event.key === 'Escape' && event.type === 'keydown') {
      event.preventDefault()
      event.stopPropagation()
      return leave()
    }
    press(event)
    draw()
  }

  const leave = () => {
    if (!drag) return
    drag.dropped = true
    draw()
    clearMarks()
  }

  return { begin, end, key, leave, onNodesChange }
}

function lagOf(event: Pointed, zoom: number): Position {
  const point = 'touches' in event ? event.touches[0] : event
  const { x, y } = lastPress()
  return point ? { x: (point.clientX - x) / zoom, y: (point.clientY - y) / zoom } : { x: 0, y: 0 }
}

function isNear(box: Box, sight: Box): boolean {
  return (
    box.x < sight.x + sight.width + AROUND &&
    sight.x - AROUND < box.x + box.width &&
    box.y < sight.y + sight.height + AROUND &&
    sight.y - AROUND < box.y + box.height
  )
}

function moved(starts: ReadonlyMap<string, Position>, by: Position): Map<string, Position> {
  return new Map([...starts].map(([id, { x, y }]) => [id, { x: x + by.x, y: y + by.y }]))
}

function parted(places: ReadonlyMap<string, Position>): [Record<string, Position>, Record<string, Position>] {
  const nodes: Record<string, Position> = {}
  const notes: Record<string, Position> = {}
  for (const [id, place] of places) {
    const note = noteIn(id)
    if (note === null) nodes[id] = place
    else notes[note] = place
  }
  return [nodes, notes]
}

/** The wire that would take in what is being moved: a single layer that has no wires yet. */
function wireUnder(
  graph: GraphSnapshot,
  catalog: CatalogIndex,
  starts: ReadonlyMap<string, Position>,
  by: Position,
): string | null {
  const [first] = starts
  if (!first || starts.size !== 1) return null
  const [id, start] = first
  const links = linksOf(graph.edges)
  if (!isCall(graph.nodes[id]) || links.into(id).length || links.from(id).length) return null
  const middle = { x: start.x + by.x + NODE_WIDTH / 2, y: start.y + by.y + NODE_HEIGHT / 2 }
  return wireNear(middle, graph, catalog, NODE_WIDTH / 3)
}
