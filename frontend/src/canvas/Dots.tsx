// The dotted paper under the network. One sheet, painted once: the compositor moves and scales it, and with every halving of the zoom
// each second dot gives way to the next coarser sheet, so that the dots stand equally dense at any zoom.

import { useStoreApi } from '@xyflow/react'
import { useEffect, useRef } from 'react'
import s from './canvas.module.css'

/** Between two dots at 100 %, as its style has them. */
const GAP = 20

export function Dots() {
  const paper = useRef<HTMLDivElement>(null)
  const store = useStoreApi()
  useEffect(() => {
    const place = () => {
      const [x, y, zoom] = store.getState().transform
      const scale = zoom * 2 ** Math.round(-Math.log2(zoom))
      const gap = GAP * scale
      if (paper.current) paper.current.style.transform = `translate(${x % gap}px, ${y % gap}px) scale(${scale})`
    }
    place()
    return store.subscribe((now, before) => now.transform !== before.transform && place())
  }, [store])
  return <div ref={paper} className={s.dots} aria-hidden="true" />
}
