// Where the bubble stands: beside what it speaks of, on the side with room, inside the window. Pure geometry.

export interface Rect {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

export interface Place {
  readonly x: number
  readonly y: number
  /** Of the thing: the bubble stands there, and its arrow points back; null without a thing. */
  readonly side: 'right' | 'left' | 'below' | 'above' | null
  /** The arrow, from the bubble's left or upper edge. */
  readonly arrow: number
}

const GAP = 12
const EDGE = 10
const CORNER = 18
/** Beside a thing there would be little room in a window like this. */
const NARROW = 700
/** The middle of what is taller is pointed at no longer, but its upper part. */
const TALL = 60

export function beside(thing: Rect | null, bubble: { width: number; height: number }, room: { width: number; height: number }): Place {
  const inside = (value: number, size: number, most: number) => Math.max(EDGE, Math.min(value, most - size - EDGE))
  if (!thing) {
    return { x: inside((room.width - bubble.width) / 2, bubble.width, room.width), y: inside(room.height, bubble.height, room.height), side: null, arrow: 0 }
  }
  const middle = { x: thing.left + thing.width / 2, y: thing.top + Math.min(thing.height / 2, TALL) }
  const free = {
    right: room.width - thing.left - thing.width - bubble.width,
    left: thing.left - bubble.width,
    below: room.height - thing.top - thing.height - bubble.height,
    above: thing.top - bubble.height,
  }
  const sides = room.width < NARROW ? (['below', 'above', 'right', 'left'] as const) : (['right', 'left', 'below', 'above'] as const)
  const side = sides.find((one) => free[one] >= GAP + EDGE) ?? 'below'
  if (side === 'right' || side === 'left') {
    const x = side === 'right' ? thing.left + thing.width + GAP : thing.left - bubble.width - GAP
    const y = inside(middle.y - CORNER * 2, bubble.height, room.height)
    return { x, y, side, arrow: within(middle.y - y, bubble.height) }
  }
  const x = inside(middle.x - bubble.width / 2, bubble.width, room.width)
  const y = inside(side === 'below' ? thing.top + thing.height + GAP : thing.top - bubble.height - GAP, bubble.height, room.height)
  return { x, y, side, arrow: within(middle.x - x, bubble.width) }
}

function within(value: number, size: number): number {
  return Math.max(CORNER, Math.min(value, size - CORNER))
}
