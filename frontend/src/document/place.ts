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
  while (isTaken(places, at)) at.x += COLUMN
  return at
}

function isTaken(places: readonly Position[], at: Position): boolean {
  return places.some((place) => Math.abs(place.x - at.x) < NODE_WIDTH && Math.abs(place.y - at.y) < NODE_HEIGHT)
}

/** New places of what must move down, so that a node of one step fits between the two ends of a wire. */
export function makeRoom(
  graph: Pick<GraphSnapshot, 'layout' | 'edges'>,
  edge: string,
): { place: Position; moved: Record<string, Position> } {
  const wire = graph.edges[edge]
  const above = wire && graph.layout[wire.source]
  const below = wire && graph.layout[wire.target]
  if (!wire || !above || !below) return { place: placeBelow(graph, wire?.source ?? null), moved: {} }
  const down = Math.max(0, 2 * STEP - (below.y - above.y))
  const moved: Record<string, Position> = {}
  for (const id of down ? downstream(graph.edges, [wire.target]) : []) {
    const place = graph.layout[id]
    if (place && place.y >= below.y) moved[id] = { x: place.x, y: place.y + down }
  }
  const others = Object.entries(graph.layout).flatMap(([id, place]) => (id === wire.source ? [] : [moved[id] ?? place]))
  // Above what it feeds, where that is free; else between the two.
  const columns = [below.x, (above.x + below.x) / 2, above.x].map((x) => ({ x, y: snap(above.y + STEP) }))
  const free = columns.find((at) => !isTaken(others, at))
  return { place: free ?? freeNear(others, columns[1] ?? below), moved }
}
