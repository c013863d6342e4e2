// Pointer, wheel and keys → where a picture stands in its frame. It fills the frame until somebody moves it.

import {
  type KeyboardEvent,
  type PointerEvent,
  type RefObject,
  useEffect,
  useEffectEvent,
  useRef,
  useState,
} from 'react'

interface Size {
  readonly width: number
  readonly height: number
}

interface Place {
  readonly x: number
  readonly y: number
  readonly scale: number
}

const STEP = 40
const MARGIN = 16
const LARGEST_FIT = 1.25
const KEYS: Record<string, readonly [number, number]> = {
  ArrowLeft: [STEP, 0],
  ArrowRight: [-STEP, 0],
  ArrowUp: [0, STEP],
  ArrowDown: [0, -STEP],
}

/** The frame's size in pixels; zero before it is laid out. */
export function useBox(frame: RefObject<HTMLElement | null>): Size {
  const [box, setBox] = useState<Size>({ width: 0, height: 0 })
  useEffect(() => {
    const element = frame.current
    if (!element) return
    const watcher = new ResizeObserver(() => setBox({ width: element.clientWidth, height: element.clientHeight }))
    watcher.observe(element)
    return () => watcher.disconnect()
  }, [frame])
  return box
}

export function usePanZoom(frame: RefObject<HTMLElement | null>, box: Size, picture: Size | null) {
  const [moved, setMoved] = useState<Place | null>(null)
  const drag = useRef<{ id: number; x: number; y: number } | null>(null)
  const place = moved ?? fitted(box, picture)

  const move = (dx: number, dy: number) => setMoved({ ...place, x: place.x + dx, y: place.y + dy })
  const zoomAt = (factor: number, x: number, y: number) => setMoved(zoomed(place, factor, x, y))
  const zoom = (factor: number) => zoomAt(factor, box.width / 2, box.height / 2)
  const fit = () => setMoved(null)

  const onWheel = useEffectEvent((event: WheelEvent) => {
    event.preventDefault()
    const { left, top } = (event.currentTarget as HTMLElement).getBoundingClientRect()
    zoomAt(Math.exp(-event.deltaY * 0.0015), event.clientX - left, event.clientY - top)
  })
  useEffect(() => {
    const element = frame.current
    if (!element) return
    const listen = (event: WheelEvent) => onWheel(event)
    // React listens to the wheel passively; a passive listener cannot keep the page from scrolling.
    element.addEventListener('wheel', listen, { passive: false })
    return () => element.removeEventListener('wheel', listen)
  }, [frame])

  const handlers = {
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      if (event.button !== 0 || (event.target as Element).closest('button')) return
      drag.current = { id: event.pointerId, x: event.clientX, y: event.clientY }
      event.currentTarget.setPointerCapture(event.pointerId)
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      const from = drag.current
      if (from?.id !== event.pointerId) return
      drag.current = { id: from.id, x: event.clientX, y: event.clientY }
      move(event.clientX - from.x, event.clientY - from.y)
    },
    onPointerUp: () => {
      drag.current = null
    },
    onPointerCancel: () => {
      drag.current = null
    },
    onKeyDown: (event: KeyboardEvent<HTMLElement>) => {
      const by = KEYS[event.key]
      if (by) move(...by)
      else if (event.key === '+' || event.key === '=') zoom(1.25)
      else if (event.key === '-') zoom(0.8)
      else if (event.key === '0') fit()
      else return
      event.preventDefault()
      event.stopPropagation()
    },
  }
  return { place, fit, zoom, handlers }
}

function fitted(box: Size, picture: Size | null): Place {
  if (!picture || box.width === 0) return { x: 0, y: 0, scale: 1 }
  const scale = Math.min(
    LARGEST_FIT,
    (box.width - 2 * MARGIN) / picture.width,
    (box.height - 2 * MARGIN) / picture.height,
  )
  return { scale, x: (box.width - picture.width * scale) / 2, y: (box.height - picture.height * scale) / 2 }
}

function zoomed(place: Place, factor: number, x: number, y: number): Place {
  const scale = Math.min(6, Math.max(0.05, place.scale * factor))
  const grown = scale / place.scale
  return { scale, x: x - (x - place.x) * grown, y: y - (y - place.y) * grown }
}
