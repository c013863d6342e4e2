// What others drag moves here too, smoothly between the twenty places a second that arrive, and stays until the document says where it was let go.

import { useEffect } from 'react'
import type { Position } from '../contract'
import { usePeople } from '../document/people'
import { useTheme } from '../ui/theme'
import type { Flow } from './flow'

/** Of the way that is left, in one frame. */
const PART = 0.35
/** How long a node waits for its last place after it was let go. */
const WAIT_MS = 600

type Places = Readonly<Record<string, Position>>

interface Held {
  at: Position
  /** Where the document had it when it was taken up: once that changes, it was let go and written. */
  was: Position | undefined
  /** Where it is being dragged; null since it was let go. */
  to: Position | null
  since: number
}

export function useHeld(flow: Flow): void {
  useEffect(() => {
    const held = new Map<string, Held>()
    let frame = 0

    const step = (now: number) => {
      frame = 0
      for (const [id, one] of held) {
        const written = flow.placeOf(id)
        if (one.to) one.at = nearer(one.at, one.to)
        else if (now - one.since > WAIT_MS || written?.x !== one.was?.x || written?.y !== one.was?.y) held.delete(id)
      }
      flow.hold('others', Object.fromEntries([...held].map(([id, { at }]) => [id, at])))
      if ([...held.values()].some(({ at, to }) => !to || at !== to)) frame = requestAnimationFrame(step)
    }
    const off = usePeople.subscribe(({ others }) => {
      const dragged: Places = Object.assign({}, ...others.map((other) => other.dragging ?? {})) as Places
      if (!held.size && !Object.keys(dragged).length) return
      const now = performance.now()
      for (const [id, to] of Object.entries(dragged)) {
        const was = flow.placeOf(id)
        held.set(id, { ...(held.get(id) ?? { at: was ?? to, was }), to, since: now })
      }
      for (const [id, one] of held) if (!dragged[id] && one.to) held.set(id, { ...one, to: null, since: now })
      frame ||= requestAnimationFrame(step)
    })
    return () => {
      off()
      cancelAnimationFrame(frame)
      flow.hold('others', {})
    }
  }, [flow])
}

function nearer(at: Position, to: Position): Position {
  if (useTheme.getState().still || Math.hypot(to.x - at.x, to.y - at.y) < 1) return to
  return { x: at.x + (to.x - at.x) * PART, y: at.y + (to.y - at.y) * PART }
}
