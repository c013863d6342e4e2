// Graph → a tidy place for every node: rows by longest way, each ordered so that wires cross little and run straight.

import type { Edge, Position } from '../contract'
import { COLUMN, snap, STEP } from '../document/place'
import { layersOf, type Cell } from './layers'

/** The first order the rows, the middle ones settle between both sides, the last ones hang each chain straight below its head. */
const SWEEPS = 18
const SETTLING = 10
const HANGING = 16
/** Between the middles of a node and of a wire that passes it. */
const PASSING = 150
const WIRES_APART = 36
/** Added below a row from which a wire runs aside: its shape needs the room. */
const ASIDE = 30

export function arrange(
  nodes: Readonly<Record<string, unknown>>,
  edges: Readonly<Record<string, Edge>>,
): Record<string, Position> {
  const rows = layersOf(Object.keys(nodes), edges)
  const x = new Map<Cell, number>()
  for (const row of rows) spread(row, (cell) => row.indexOf(cell) * COLUMN, x)
  for (let sweep = 0; sweep < SWEEPS; sweep += 1) {
    const down = sweep % 2 === 0 || sweep >= HANGING
    for (const row of down ? rows : rows.toReversed()) {
      const wanted = new Map(row.map((cell) => [cell, wish(cell, x, down, sweep)]))
      row.sort((a, b) => (wanted.get(a) ?? 0) - (wanted.get(b) ?? 0))
      spread(row, (cell) => wanted.get(cell) ?? 0, x)
    }
  }
  const places: Record<string, Position> = {}
  let y = 0
  for (const row of rows) {
    for (const cell of row) if (cell.real) places[cell.id] = { x: snap(x.get(cell) ?? 0), y: snap(y) }
    const aside = row.some((cell) => cell.below.some((next) => Math.abs((x.get(next) ?? 0) - (x.get(cell) ?? 0)) > 8))
    y += aside ? STEP + ASIDE : STEP
  }
  return places
}

/** Where a cell would like to stand: in the middle of its neighbours. */
function wish(cell: Cell, x: ReadonlyMap<Cell, number>, down: boolean, sweep: number): number {
  const near = sweep >= SETTLING && sweep < HANGING ? [...cell.above, ...cell.below] : down ? cell.above : cell.below
  if (!near.length) return x.get(cell) ?? 0
  return near.reduce((sum, other) => sum + (x.get(other) ?? 0), 0) / near.length
}

/** Nearest to their wishes in the sense of least squares, in this order and without overlap (pool adjacent violators). */
function spread(row: readonly Cell[], wish: (cell: Cell) => number, x: Map<Cell, number>): void {
  const offsets: number[] = []
  row.forEach((cell, at) => {
    const before = row[at - 1]
    offsets.push(before ? (offsets[at - 1] ?? 0) + apart(before, cell) : 0)
  })
  const pools: { sum: number; weight: number; cells: number }[] = []
  row.forEach((cell, at) => {
    const weight = cell.real ? 1 : 0.6
    pools.push({ sum: (wish(cell) - (offsets[at] ?? 0)) * weight, weight, cells: 1 })
    for (;;) {
      const last = pools.at(-1)
      const previous = pools.at(-2)
      if (!last || !previous || previous.sum / previous.weight <= last.sum / last.weight) break
      pools.pop()
      previous.sum += last.sum
      previous.weight += last.weight
      previous.cells += last.cells
    }
  })
  let at = 0
  for (const pool of pools) {
    for (let taken = 0; taken < pool.cells; taken += 1, at += 1) {
      const cell = row[at]
      if (cell) x.set(cell, pool.sum / pool.weight + (offsets[at] ?? 0))
    }
  }
}

function apart(left: Cell, right: Cell): number {
  if (left.real && right.real) return COLUMN
  return left.real || right.real ? PASSING : WIRES_APART
}
