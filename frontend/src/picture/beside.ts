// Where a whole graph is put down in another: at the right of everything that stands there.

import type { Position } from '../contract'
import { COLUMN } from '../document/place'
import type { GraphSnapshot } from '../document/graph'

export function besideAll({ layout, notes }: Pick<GraphSnapshot, 'layout' | 'notes'>): Position {
  const places = Object.values(layout)
  const rights = [...places.map(({ x }) => x + COLUMN), ...Object.values(notes).map(({ x, width }) => x + width + 34)]
  if (!rights.length) return { x: 0, y: 0 }
  const tops = [...places, ...Object.values(notes)].map(({ y }) => y)
  return { x: rights.reduce((most, x) => Math.max(most, x), -Infinity), y: tops.reduce((least, y) => Math.min(least, y), Infinity) }
}
