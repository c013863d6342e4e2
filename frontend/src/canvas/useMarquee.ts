// A rectangle drawn over empty canvas selects the nodes it touches, and the notes it holds whole: those stand behind nodes as frames.
// With Shift it adds to what is selected. Wires are not selected by it: deleting nodes heals them.

import { useReactFlow, type EdgeChange, type NodeChange } from '@xyflow/react'
import { useEffect, useMemo, type RefObject } from 'react'
import type { Position } from '../contract'
import type { GraphStore } from '../document/graph'
import { useDocument } from '../document/hooks'
import { select, useSelection, type Selection } from '../document/selection'
import { flowIdOf, noteIn } from './noteId'

interface Changing {
  onNodesChange: (changes: NodeChange[]) => void
  onEdgesChange: (changes: EdgeChange[]) => void
}

export function useMarquee(box: RefObject<HTMLDivElement | null>, next: Changing) {
  const { graph } = useDocument()
  const { screenToFlowPosition } = useReactFlow()
  const { press, ...props } = useMemo(
    () => marqueeOf(graph, screenToFlowPosition, next),
    [graph, screenToFlowPosition, next],
  )
  useEffect(() => {
    const area = box.current
    area?.addEventListener('pointerdown', press, true)
    return () => area?.removeEventListener('pointerdown', press, true)
  }, [box, press])
  return props
}

function marqueeOf(graph: GraphStore, placeAt: (screen: Position) => Position, next: Changing) {
  let start = { x: 0, y: 0 }
  /** What was selected when the button went down; React Flow forgets it before it says that it begins. */
  let before: Selection | null = null
  let kept: ReadonlySet<string> | null = null

  const press = (event: PointerEvent) => {
    start = { x: event.clientX, y: event.clientY }
    before = event.shiftKey ? useSelection.getState() : null
  }
  const onSelectionStart = () => {
    kept = new Set(before ? [...before.nodes, ...before.notes.map(flowIdOf)] : [])
    if (before) select(before.nodes, [], before.notes)
  }
  const onSelectionEnd = (event: React.MouseEvent) => {
    kept = null
    const [a, b] = [placeAt(start), placeAt({ x: event.clientX, y: event.clientY })]
    const [left, right] = [Math.min(a.x, b.x), Math.max(a.x, b.x)]
    const [top, bottom] = [Math.min(a.y, b.y), Math.max(a.y, b.y)]
    const held = Object.entries(graph.getState().notes).flatMap(([id, { x, y, width, height }]) =>
      x > left && x + width < right && y > top && y + height < bottom ? [id] : [],
    )
    const { nodes, edges, notes } = useSelection.getState()
    if (held.length) select(nodes, edges, [...new Set([...notes, ...held])])
  }
  const onNodesChange = (changes: NodeChange[]) => {
    const left = changes.filter(
      (change) =>
        !kept || change.type !== 'select' || (change.selected ? noteIn(change.id) === null : !kept.has(change.id)),
    )
    if (left.length) next.onNodesChange(left)
  }
  const onEdgesChange = (changes: EdgeChange[]) => {
    const left = kept ? changes.filter((change) => change.type !== 'select' || !change.selected) : changes
    if (left.length) next.onEdgesChange(left)
  }
  return { press, onSelectionStart, onSelectionEnd, onNodesChange, onEdgesChange }
}
