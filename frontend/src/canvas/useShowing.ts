// What the others see of this canvas: the pointer, the middle of the view, what is being dragged.

import { useStore, useStoreApi } from '@xyflow/react'
import { useEffect } from 'react'
import type { Position } from '../contract'
import { useDocument } from '../document/hooks'
import { usePeople } from '../document/people'
import { pointerOn } from './pointer'

const MOST = 100

export function useShowing(): void {
  const show = usePeople((people) => people.show)
  const store = useStoreApi()
  const { block } = useDocument()
  const area = useStore((flow) => flow.domNode)

  useEffect(() => {
    if (!area) return
    /** It may rest there since before anybody else came. */
    let last: { x: number; y: number } | null = pointerOn(area)

    const point = () => {
      const [left, top, zoom] = store.getState().transform
      const { x = 0, y = 0 } = area.getBoundingClientRect()
      show({ cursor: last && whole({ x: (last.x - x - left) / zoom, y: (last.y - y - top) / zoom }) })
    }
    const move = (event: PointerEvent) => {
      last = { x: event.clientX, y: event.clientY }
      point()
    }
    const leave = () => {
      last = null
      point()
    }
    const look = () => {
      const { transform, width, height } = store.getState()
      const [left, top, zoom] = transform
      if (width && height) show({ view: { ...whole({ x: (width / 2 - left) / zoom, y: (height / 2 - top) / zoom }), zoom } })
    }
    let dragged = false
    const off = store.subscribe((now, before) => {
      if (now.transform !== before.transform || now.width !== before.width || now.height !== before.height) {
        look()
        if (last) point()
      }
      if (now.nodes === before.nodes) return
      const dragging: Record<string, Position> = {}
      for (const node of now.nodes) if (node.dragging) dragging[node.id] = whole(node.position)
      const ids = Object.keys(dragging)
      if (ids.length || dragged) show({ dragging: ids.length && ids.length <= MOST ? dragging : null })
      dragged = ids.length > 0
    })
    show({ block })
    look()
    if (last) point()
    area.addEventListener('pointermove', move, { passive: true, capture: true })
    area.addEventListener('pointerleave', leave)
    return () => {
      off()
      area.removeEventListener('pointermove', move, true)
      area.removeEventListener('pointerleave', leave)
      show({ cursor: null, dragging: null, view: null })
    }
  }, [show, store, area, block])
}

function whole({ x, y }: Position): Position {
  return { x: Math.round(x), y: Math.round(y) }
}
