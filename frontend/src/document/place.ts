// Where nodes stand: a free place for a new one, room made on a wire. Canvas units; y grows downwards.

import type { Position } from '../contract'
import { downstream } from './links'
import type { GraphSnapshot } from './graph'

export const NODE_WIDTH = 226
export const NODE_HEIGHT = 54
/** From the top of one node to the top of the next below it. */
export const STEP = 84
export const COLUMN = 260
const GRID = 4

export interface Box {
  x: number
  y: number
  width: number
  height: number
}

export function snap(value: number): number {
  return Math.round(value / GRID) * GRID
}

/** Below `near`; beside what already stands there. */
export function placeBelow(graph: Pick<GraphSnapshot, 'layout'>, near: string | null): Position {
  const places = Object.values(graph.layout)
  const from = near ? graph.layout[near] : undefined
  if (!from) return placeUnderAll(places)
  return freeNear(places, { x: from.x, y: from.y + STEP })
}

function placeUnderAll(places: readonly Position[]): Position {
  if (!places.length) return { x: 0, y: 0 }
  const lowest = places.reduce((low, place) => (place.y > low.y ? place : low))
  return freeNear(places, { x: lowest.x, y: lowest.y + STEP })
}

export function freeNear(places: readonly Position[], wanted: Position): Position {
  const at = { x: snap(wanted.x), y: snap(wanted.y) }
  while (isCovered(places, at)) at.x += COLUMN
  return at
}

/** Whether a node there would stand on one of these. */
export function isCovered(places: readonly Position[], at: Position): boolean {
  return places.some((place) => Math.abs(place.x - at.x) < NODE_WIDTH && Math.abs(place.y - at.y) < NODE_HEIGHT)
}

/** The smallest box around all; null around nothing. */
export function around(boxes: readonly Box[]): Box | null {
  if (!boxes.length) return null
  const x = Math.min(...boxes.map((box) => box.x))
  const y = Math.min(...boxes.map((box) => box.y))
  const right = Math.max(...boxes.map((box) => box.x + box.width))
  const bottom = Math.max(...boxes.map((box) => box.y + box.height))
  return { x, y, width: right - x, height: bottom - y }
}

/** How far a group must go so that its upper left corner stands at `wanted`, or beside that where nodes stand. */
export function clearOf(places: readonly Position[], group: readonly Box[], wanted: Position): Position {
  const box = around(group)
  const by = { x: snap(wanted.x) - (box?.x ?? 0), y: snap(wanted.y) - (box?.y ?? 0) }
  const hits = (each: Box) =>
    places.some(
      (place) =>
        place.x < each.x + by.x + each.width &&
        each.x + by.x < place.x + NODE_WIDTH &&
        place.y < each.y + by.y + each.height &&
        each.y + by.y < place.y + NODE_HEIGHT,
    )
  while (group.some(hits)) by.x += COLUMN
  return by
}

/** New places of what must move down, so that a node of one step fits between the two ends of a wire and nothing covers anything. */
export function makeRoom(
  graph: Pick<GraphSnapshot, 'layout' | 'edges'>,
  edge: string,
): { place: Position; moved: Record<string, Position> } {
  const wire = graph.edges[edge]
  const above = wire && graph.layout[wire.source]
  const below = wire && graph.layout[wire.target]
  if (!wire || !above || !below) return { place: placeBelow(graph, wire?.source ?? null), moved: {} }
  const upward = below.y < above.y - STEP
  const down = upward ? 0 : Math.max(0, 2 * STEP - (below.y - above.y))
  const after = down ? [...downstream(graph.edges, [wire.target])] : []
  const moved = pushed(
    graph.layout,
    after.filter((id) => (graph.layout[id]?.y ?? -Infinity) >= below.y),
    down,
  )
  const others = Object.entries(graph.layout).map(([id, place]) => moved[id] ?? place)
  const middle = (above.x + below.x) / 2
  if (upward) return { place: freeNear(others, { x: middle, y: (above.y + below.y) / 2 }), moved }
  // Above what it feeds, where that is free; else between the two.
  const columns = [below.x, middle, above.x].map((x) => ({ x: snap(x), y: snap(above.y + STEP) }))
  const free = columns.find((at) => !isCovered(others, at))
  return { place: free ?? freeNear(others, { x: middle, y: above.y + STEP }), moved }
}

/** These moved down, and whatever they would then cover moved as far. */
export function pushed(
  layout: Readonly<Record<string, Position>>,
  ids: readonly string[],
  down: number,
): Record<string, Position> {
  const moved: Record<string, Position> = {}
  const waiting = [...ids]
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    const place = layout[id]
    if (!place || moved[id]) continue
    const at = { x: place.x, y: place.y + down }
    moved[id] = at
    for (const [other, there] of Object.entries(layout)) if (!moved[other] && isCovered([there], at)) waiting.push(other)
  }
  return moved
}
