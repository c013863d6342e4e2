// A box being moved, and the boxes that stand still → where it comes to stand, and the lines that say why: edges and middles
// in one line, gaps of one size. One function of the pointer's place, so that a hand that does not move moves nothing.

import type { Box } from '../document/place'

export interface Line {
  type: 'line'
  /** 'x': an upright line at that x; 'y': a level one at that y. */
  axis: Axis
  at: number
  from: number
  to: number
}

/** Two gaps of one size, each as the bar that fills it. */
export interface Gap {
  type: 'gap'
  axis: Axis
  /** Where the bar runs, across the axis. */
  at: number
  from: number
  to: number
}

export type Guide = Line | Gap

export interface Aligned {
  dx: number
  dy: number
  guides: Guide[]
}

type Axis = 'x' | 'y'

/** A place along one axis that the box's near side may snap to. */
interface Stop {
  at: number
  /** A gap is drawn only when it is really there; its bars. */
  gaps?: Gap[]
}

export function align(box: Box, others: readonly Box[], reach: number): Aligned {
  const dx = nearest(stopsOf('x', box, others), box.x, reach)
  const dy = nearest(stopsOf('y', { ...box, x: box.x + dx }, others), box.y, reach)
  const there = { ...box, x: box.x + dx, y: box.y + dy }
  return { dx, dy, guides: guidesOf(there, others) }
}

/** Of two stops equally near, the one of an edge or middle; never further than `reach`. */
function nearest(stops: readonly Stop[], now: number, reach: number): number {
  let best = reach
  let by = 0
  for (const { at } of stops) {
    const far = Math.abs(at - now)
    if (far >= best) continue
    best = far
    by = at - now
  }
  return by
}

const near = (box: Box, axis: Axis) => (axis === 'x' ? box.x : box.y)
const size = (box: Box, axis: Axis) => (axis === 'x' ? box.width : box.height)
const far = (box: Box, axis: Axis) => near(box, axis) + size(box, axis)
const middle = (box: Box, axis: Axis) => near(box, axis) + size(box, axis) / 2
const across = (axis: Axis): Axis => (axis === 'x' ? 'y' : 'x')

const SIDES = [near, middle, far] as const

function stopsOf(axis: Axis, box: Box, others: readonly Box[]): Stop[] {
  const lines = others.flatMap((other) =>
    SIDES.map((side) => ({ at: near(box, axis) + side(other, axis) - side(box, axis) })),
  )
  return [...lines, ...gapStops(axis, box, others)]
}

/** Places beside two that stand one after the other, or between them, where the gaps come out equal. */
function gapStops(axis: Axis, box: Box, others: readonly Box[]): Stop[] {
  const row = others
    .filter((other) => meets(box, other, across(axis)))
    .toSorted((a, b) => near(a, axis) - near(b, axis))
  const stops: Stop[] = []
  row.forEach((one, index) => {
    const next = row[index + 1]
    if (!next) return
    const gap = near(next, axis) - far(one, axis)
    if (gap <= 0) return
    const place = middleOf(one, next, box, across(axis))
    const bar = (from: number): Gap => ({ type: 'gap', axis, at: place, from, to: from + gap })
    const between = { type: 'gap' as const, axis, at: place }
    stops.push(
      { at: far(next, axis) + gap, gaps: [bar(far(one, axis)), bar(far(next, axis))] },
      { at: near(one, axis) - gap - size(box, axis), gaps: [bar(near(one, axis) - gap), bar(far(one, axis))] },
    )
    const free = gap - size(box, axis)
    if (free <= 0) return
    const at = far(one, axis) + free / 2
    stops.push({
      at,
      gaps: [
        { ...between, from: far(one, axis), to: at },
        { ...between, from: at + size(box, axis), to: near(next, axis) },
      ],
    })
  })
  return stops
}

function meets(a: Box, b: Box, axis: Axis): boolean {
  return near(a, axis) < far(b, axis) && near(b, axis) < far(a, axis)
}

/** The middle of what all three share across the axis. */
function middleOf(a: Box, b: Box, c: Box, axis: Axis): number {
  const from = Math.max(near(a, axis), near(b, axis), near(c, axis))
  const to = Math.min(far(a, axis), far(b, axis), far(c, axis))
  return (from + to) / 2
}

const SAME = 0.5

/** What is true of the box where it stands now. */
function guidesOf(box: Box, others: readonly Box[]): Guide[] {
  return (['x', 'y'] as const).flatMap((axis) => {
    const lines = new Map<number, Line>()
    for (const other of others) {
      // Boxes of one size share all three; the middle says it.
      const sides = SIDES.filter((side) => Math.abs(side(other, axis) - side(box, axis)) < SAME)
      for (const side of sides.length > 1 ? [middle] : sides) add(lines, axis, side(box, axis), box, other)
    }
    const gap = gapStops(axis, box, others).find((stop) => Math.abs(stop.at - near(box, axis)) < SAME)
    return [...lines.values(), ...(gap?.gaps ?? [])]
  })
}

function add(lines: Map<number, Line>, axis: Axis, at: number, a: Box, b: Box): void {
  const other = across(axis)
  const from = Math.min(near(a, other), near(b, other))
  const to = Math.max(far(a, other), far(b, other))
  const line = lines.get(at)
  lines.set(at, {
    type: 'line',
    axis,
    at,
    from: line ? Math.min(line.from, from) : from,
    to: line ? Math.max(line.to, to) : to,
  })
}
