// The line of a wire between two points, and points along it. Straight down where it can be; round what stands in its way.

import type { Position } from '../contract'
import { NODE_HEIGHT, NODE_WIDTH, STEP } from '../document/place'

export interface Curve {
  path: string
  middle: Position
}

/** Further aside than this, a wire runs more level than upright; its shape then stands nearer to where it goes. */
export const SLANTED = 70

type Controls = readonly [Position, Position, Position, Position]

/** `bow` moves the middle sideways by that much. */
export function curveOf(from: Position, to: Position, bow = 0): Curve {
  const [a, b, c, d] = controls(from, to, bow)
  if (a.x === d.x && !bow && d.y >= a.y) {
    return { path: `M${a.x} ${a.y}V${d.y}`, middle: { x: a.x, y: (a.y + d.y) / 2 } }
  }
  const path = `M${a.x} ${a.y}C${b.x} ${b.y} ${c.x} ${c.y} ${d.x} ${d.y}`
  return { path, middle: pointAt([a, b, c, d], Math.abs(d.x - a.x) > SLANTED ? 0.62 : 0.5) }
}

function controls(from: Position, to: Position, bow: number): Controls {
  const reach = Math.max(24, Math.min(120, Math.abs(to.y - from.y) / 2))
  const lift = to.y < from.y ? 90 : reach
  return [from, { x: from.x + bow * 1.33, y: from.y + lift }, { x: to.x + bow * 1.33, y: to.y - lift }, to]
}

function pointAt([a, b, c, d]: Controls, t: number): Position {
  const u = 1 - t
  const at = (p: number, q: number, r: number, s: number) =>
    u * u * u * p + 3 * u * u * t * q + 3 * u * t * t * r + t * t * t * s
  return { x: at(a.x, b.x, c.x, d.x), y: at(a.y, b.y, c.y, d.y) }
}

/** Shortest way from a point to the wire, in canvas units. */
export function distanceTo(point: Position, from: Position, to: Position, bow = 0): number {
  const curve = controls(from, to, bow)
  let best = Infinity
  let before = curve[0]
  for (let at = 1; at <= 16; at += 1) {
    const next = pointAt(curve, at / 16)
    best = Math.min(best, toSegment(point, before, next))
    before = next
  }
  return best
}

function toSegment(p: Position, a: Position, b: Position): number {
  const dx = b.x - a.x
  const dy = b.y - a.y
  const length = dx * dx + dy * dy
  const t = length ? Math.max(0, Math.min(1, ((p.x - a.x) * dx + (p.y - a.y) * dy) / length)) : 0
  return Math.hypot(p.x - a.x - t * dx, p.y - a.y - t * dy)
}

const CLEAR = 22
const WIDEST = 420

/** How far a wire must swing out sideways so that it does not run behind the nodes between its ends; 0 where it is free. */
export function bowOf(
  layout: Readonly<Record<string, Position>>,
  source: string,
  target: string,
  from: number,
  to: number,
): number {
  const above = layout[source]
  const below = layout[target]
  if (!above || !below || below.y - above.y < STEP + NODE_HEIGHT) return 0
  const start = above.y + NODE_HEIGHT
  const height = below.y - start
  const wanted: number[] = []
  const between: ((bow: number) => boolean)[] = []
  for (const id in layout) {
    const place = layout[id]
    if (!place || id === source || id === target) continue
    if (place.y + NODE_HEIGHT <= start || place.y >= below.y) continue
    // Swung out by 4t(1-t) of the bow at t along the way; a node is passed where that is least.
    const ends = [place.y, place.y + NODE_HEIGHT].map((y) => Math.min(0.97, Math.max(0.03, (y - start) / height)))
    const sides = ends.map((t) => ({ line: from + (to - from) * (3 * t * t - 2 * t * t * t), share: 4 * t * (1 - t) }))
    const hit = (bow: number) =>
      sides.some(({ line, share }) => {
        const x = line + share * bow
        return x > place.x - CLEAR / 2 && x < place.x + NODE_WIDTH + CLEAR / 2
      })
    between.push(hit)
    for (const { line, share } of sides) {
      wanted.push((place.x + NODE_WIDTH + CLEAR - line) / share, (place.x - CLEAR - line) / share)
    }
  }
  if (!between.some((hit) => hit(0))) return 0
  const free = wanted.filter((bow) => Math.abs(bow) < WIDEST && !between.some((hit) => hit(bow)))
  return free.length ? free.reduce((a, b) => (Math.abs(b) < Math.abs(a) ? b : a)) : 0
}
