// What is drawn at this zoom, as an attribute of the canvas that its styles read: no node is drawn again for it.

import { useStoreApi } from '@xyflow/react'
import { useEffect, useMemo, type RefObject } from 'react'

/** Below this zoom a card is its colour and its glyph, and a wire is a line. */
export const FAR = 0.45
/** Below this one the glyph is a blot of seven pixels, and a fifth of what the frame costs. */
const TINY = 0.25
/** Of a port, on screen. */
const TARGET = 16
/** In canvas units: what its style gives it. */
const USUAL = 22

export function useDetail(box: RefObject<HTMLDivElement | null>) {
  const store = useStoreApi()
  useEffect(() => {
    let detail = ''
    const look = (zoom: number) => {
      const next = zoom < TINY ? 'tiny' : zoom < FAR ? 'low' : 'full'
      if (next === detail) return
      detail = next
      box.current?.setAttribute('data-detail', next === 'full' ? 'full' : 'low')
      box.current?.toggleAttribute('data-tiny', next === 'tiny')
    }
    look(store.getState().transform[2])
    return store.subscribe((now, before) => now.transform !== before.transform && look(now.transform[2]))
  }, [box, store])

  return useMemo(() => {
    const settled = (zoom: number) => {
      const area = box.current
      if (!area) return
      // In steps, and only at rest: every port is measured by it.
      const size = TARGET / 2 ** (Math.floor(Math.log2(zoom) * 2) / 2)
      const wanted = size > USUAL ? `${size.toFixed(1)}px` : ''
      if (area.style.getPropertyValue('--port') !== wanted) area.style.setProperty('--port', wanted)
    }
    return {
      onInit: () => settled(store.getState().transform[2]),
      onMoveEnd: (_: unknown, { zoom }: { zoom: number }) => settled(zoom),
    }
  }, [box, store])
}
