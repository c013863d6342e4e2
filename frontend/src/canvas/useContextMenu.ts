// Opens the menu of what was pressed: by the right button, by a finger that rests, or by key on what is selected.

import { useReactFlow } from '@xyflow/react'
import { useEffect, type RefObject } from 'react'
import { useActions } from '../actions/actions'
import { useDocument } from '../document/hooks'
import { NODE_HEIGHT, NODE_WIDTH } from '../document/place'
import { useSelection } from '../document/selection'
import { closeContext, openContext } from './contextMenu'
import { flowIdOf } from './noteId'

const REST_MS = 500
/** Within which the click of a lifted finger comes, if it comes: some systems send none after a rest. */
const LIFTED_MS = 60
/** A finger never lies quite still. */
const STILL = 10

export function useContextMenu(box: RefObject<HTMLDivElement | null>): void {
  const { graph } = useDocument()
  const { flowToScreenPosition } = useReactFlow()

  useEffect(() => {
    const area = box.current
    if (!area) return
    const open = (event: MouseEvent) => {
      // Shift leaves the browser's own.
      if (!event.shiftKey && openContext(event.target as Element, { x: event.clientX, y: event.clientY }))
        event.preventDefault()
    }
    const off = onRest(area, (target, at) => void openContext(target, at))
    area.addEventListener('contextmenu', open)
    return () => {
      off()
      closeContext()
      area.removeEventListener('contextmenu', open)
    }
  }, [box])

  useActions(() => {
    const show = () => {
      const { nodes, edges, notes } = useSelection.getState()
      const id = nodes[0] ?? (notes[0] !== undefined ? flowIdOf(notes[0]) : undefined)
      const kind = id === undefined && edges[0] !== undefined ? 'edge' : 'node'
      const found = box.current?.querySelector(`.react-flow__${kind}[data-id="${CSS.escape(id ?? edges[0] ?? '')}"]`)
      const place = graph.getState().layout[id ?? '']
      const area = (found ?? box.current)?.getBoundingClientRect()
      const at = place && flowToScreenPosition({ x: place.x + NODE_WIDTH / 2, y: place.y + NODE_HEIGHT })
      const middle = { x: (area?.left ?? 0) + (area?.width ?? 0) / 2, y: (area?.top ?? 0) + (area?.height ?? 0) / 2 }
      const target = found ?? box.current?.querySelector('.react-flow__pane')
      if (target) openContext(target, at ?? middle)
    }
    return [
      {
        id: 'edit.menu',
        title: 'canvas-menu',
        keys: ['Shift+F10', 'ContextMenu'],
        scope: 'canvas',
        unlisted: true,
        run: show,
      },
    ]
  }, [box, graph, flowToScreenPosition])
}

/** Tells of a finger that rests in one place. When it is lifted it clicks nothing; what is tapped next is. */
function onRest(area: HTMLElement, tell: (target: Element, at: { x: number; y: number }) => void): () => void {
  let waiting: ReturnType<typeof setTimeout> | undefined
  let start = { x: 0, y: 0 }
  const give = () => clearTimeout(waiting)
  const lift = () => {
    give()
    setTimeout(() => removeEventListener('click', swallow, true), LIFTED_MS)
  }
  const swallow = (event: Event) => event.stopPropagation()
  const down = (event: PointerEvent) => {
    give()
    removeEventListener('click', swallow, true)
    if (event.pointerType !== 'touch' || !event.isPrimary) return
    start = { x: event.clientX, y: event.clientY }
    waiting = setTimeout(() => {
      addEventListener('click', swallow, { capture: true, once: true })
      tell(event.target as Element, start)
    }, REST_MS)
  }
  const move = (event: PointerEvent) => {
    if (Math.hypot(event.clientX - start.x, event.clientY - start.y) > STILL) give()
  }
  area.addEventListener('pointerdown', down, true)
  area.addEventListener('pointermove', move, true)
  area.addEventListener('pointerup', lift, true)
  area.addEventListener('pointercancel', lift, true)
  return () => {
    give()
    removeEventListener('click', swallow, true)
    area.removeEventListener('pointerdown', down, true)
    area.removeEventListener('pointermove', move, true)
    area.removeEventListener('pointerup', lift, true)
    area.removeEventListener('pointercancel', lift, true)
  }
}
