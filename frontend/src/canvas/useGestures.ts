// Everything that a pointer does on the canvas, as React Flow's properties: wires, drags, rectangles, wheel, menus.

import { SelectionMode, type Node } from '@xyflow/react'
import { useCallback, useEffect, useMemo, type RefObject } from 'react'
import { select } from '../document/selection'
import { useReadOnly } from '../ui/readOnly'
import type { Flow } from './flow'
import { noteIn } from './noteId'
import { askOnce, usePointing } from './pointing'
import { useConnecting } from './useConnecting'
import { useContextMenu } from './useContextMenu'
import { useDragging } from './useDragging'
import { useMarquee } from './useMarquee'
import { usePulling } from './usePulling'
import { useTwoFingers } from './useTwoFingers'
import { endWiring } from './wiring'

/** With these held a drag draws a rectangle, whatever the tool. */
const MARQUEE = ['Shift', 'Control', 'Meta']
const MIDDLE = [1]

/** Of several selected ones the one that is clicked stays; a drag that begins there has moved them all before. */
function chooseOne(event: React.MouseEvent, { id }: Node): void {
  if (event.shiftKey || event.ctrlKey || event.metaKey) return
  const note = noteIn(id)
  if (note === null) select([id])
  else select([], [], [note])
}

export function useGestures(box: RefObject<HTMLDivElement | null>, flow: Flow) {
  const connecting = useConnecting()
  const { onNodesChange, leaveDrag, ...dragging } = useDragging(flow)
  const changing = useMemo(() => ({ onNodesChange, onEdgesChange: flow.onEdgesChange }), [onNodesChange, flow])
  const marquee = useMarquee(box, changing)
  const trackpad = usePointing(({ device }) => device === 'trackpad')
  const selecting = usePointing(({ tool }) => tool === 'select')
  const held = useReadOnly()
  usePulling(box)
  const leave = useCallback(() => {
    leaveDrag()
    endWiring()
  }, [leaveDrag])
  useTwoFingers(box, leave)
  useContextMenu(box)
  useEffect(() => {
    const area = box.current
    area?.addEventListener('wheel', askOnce, { passive: true, capture: true })
    return () => area?.removeEventListener('wheel', askOnce, true)
  }, [box])
  return {
    ...connecting,
    ...dragging,
    ...marquee,
    onNodeClick: chooseOne,
    panOnDrag: selecting ? MIDDLE : true,
    selectionOnDrag: selecting,
    panOnScroll: trackpad,
    panOnScrollSpeed: 1, // as far as the fingers
    zoomOnScroll: !trackpad,
    selectionKeyCode: MARQUEE,
    multiSelectionKeyCode: MARQUEE,
    selectionMode: SelectionMode.Partial,
    connectionDragThreshold: 3,
    connectOnClick: false, // "Wire to…" is for who cannot drag: a list of where it may go
    nodesDraggable: !held,
    nodesConnectable: !held,
    edgesReconnectable: !held,
  }
}
