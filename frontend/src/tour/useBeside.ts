// What the bubble points at, wherever the person moves it → the bubble's place.

import { type RefObject, useEffect, useState } from 'react'
import { beside, type Place } from './place'

/** A canvas that is panned moves what is pointed at, and no event tells of all of it. */
const LOOK_MS = 120

export function useBeside(bubble: RefObject<HTMLElement | null>, selectors: readonly string[]): Place {
  const [place, setPlace] = useState<Place>({ x: -999, y: 0, side: null, arrow: 0 })
  const wanted = selectors.join('\n')
  useEffect(() => {
    const look = () => {
      if (!bubble.current) return
      const { offsetWidth: width, offsetHeight: height } = bubble.current
      const found = beside(wanted === '' ? null : rectOf(wanted.split('\n')), { width, height }, { width: innerWidth, height: innerHeight })
      setPlace((before) => (same(before, found) ? before : found))
    }
    look()
    const timer = setInterval(look, LOOK_MS)
    return () => clearInterval(timer)
  }, [bubble, wanted])
  return place
}

/** Of the first that is on screen; what fills half the window is nothing to point at. */
function rectOf(selectors: readonly string[]): DOMRect | null {
  for (const selector of selectors)
    for (const element of document.querySelectorAll(selector)) {
      const rect = element.getBoundingClientRect()
      const seen = rect.width > 0 && rect.left >= 0 && rect.top >= 0 && rect.right <= innerWidth && rect.bottom <= innerHeight
      if (seen && rect.width * rect.height < (innerWidth * innerHeight) / 3) return rect
    }
  return null
}

function same(a: Place, b: Place): boolean {
  return a.x === b.x && a.y === b.y && a.side === b.side && a.arrow === b.arrow
}
