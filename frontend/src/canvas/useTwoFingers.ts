// Two fingers anywhere on the canvas, over nodes too, move and zoom it; what the first of them had begun is left. React Flow's own
// pinch ends where a node begins.

import { useReactFlow, useStoreApi } from '@xyflow/react'
import { useEffect, type RefObject } from 'react'

interface Pair {
  /** The middle between both, from the canvas' corner. */
  x: number
  y: number
  apart: number
}

export function useTwoFingers(box: RefObject<HTMLDivElement | null>, leave: () => void): void {
  const { getViewport, setViewport } = useReactFlow()
  const store = useStoreApi()

  useEffect(() => {
    const area = box.current
    if (!area) return
    /** Until the last finger is lifted: one that is left alone goes on with nothing. */
    let last: Pair | null = null

    const down = (event: TouchEvent) => {
      if (event.touches.length < 2) return
      event.stopPropagation()
      if (!last) leave()
      last = pairIn(area, event.touches)
    }
    const move = (event: TouchEvent) => {
      if (!last) return
      event.stopPropagation()
      const now = pairIn(area, event.touches)
      if (!now) return
      const { minZoom, maxZoom } = store.getState()
      const { x, y, zoom } = getViewport()
      const next = Math.min(maxZoom, Math.max(minZoom, (zoom * now.apart) / last.apart))
      // What lay between the fingers stays between them.
      const grown = next / zoom
      void setViewport({ x: now.x - (last.x - x) * grown, y: now.y - (last.y - y) * grown, zoom: next })
      last = now
    }
    const up = (event: TouchEvent) => {
      last = event.touches.length ? last && (pairIn(area, event.touches) ?? last) : null
    }
    const point = (event: PointerEvent) => {
      if (last && event.pointerType === 'touch') event.stopPropagation()
    }
    area.addEventListener('touchstart', down, { capture: true, passive: true })
    area.addEventListener('touchmove', move, { capture: true, passive: true })
    area.addEventListener('touchend', up, true)
    area.addEventListener('touchcancel', up, true)
    area.addEventListener('pointermove', point, true)
    return () => {
      area.removeEventListener('touchstart', down, true)
      area.removeEventListener('touchmove', move, true)
      area.removeEventListener('touchend', up, true)
      area.removeEventListener('touchcancel', up, true)
      area.removeEventListener('pointermove', point, true)
    }
  }, [box, leave, getViewport, setViewport, store])
}

function pairIn(area: Element, touches: TouchList): Pair | null {
  const [a, b] = [touches[0], touches[1]]
  if (!a || !b) return null
  const { left, top } = area.getBoundingClientRect()
  return {
    x: (a.clientX + b.clientX) / 2 - left,
    y: (a.clientY + b.clientY) / 2 - top,
    apart: Math.max(1, Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY)),
  }
}
