// Nodes and wires → rows from top to bottom. A wire that passes rows gets a stand-in in each, so that room is left for it.

import { linksOf, type Links } from '../document/links'
import type { Edge } from '../contract'

export interface Cell {
  /** Of the node; of a stand-in, its wire and row. */
  id: string
  real: boolean
  above: Cell[]
  below: Cell[]
}

export function layersOf(ids: readonly string[], edges: Readonly<Record<string, Edge>>): Cell[][] {
  const links = linksOf(edges)
  const depth = depths(ids, links)
  const rows: Cell[][] = []
  const cells = new Map<string, Cell>()
  const put = (id: string, row: number, real: boolean) => {
    const cell: Cell = { id, real, above: [], below: [] }
    ;(rows[row] ??= []).push(cell)
    return cell
  }
  for (const id of inReadingOrder(ids, links)) cells.set(id, put(id, depth.get(id) ?? 0, true))
  for (const [id, edge] of Object.entries(edges)) {
    const from = cells.get(edge.source)
    const to = cells.get(edge.target)
    const start = depth.get(edge.source) ?? 0
    const end = depth.get(edge.target) ?? 0
    if (!from || !to || end <= start) continue
    let last = from
    for (let row = start + 1; row < end; row += 1) last = tie(last, put(`${id} ${row}`, row, false))
    tie(last, to)
  }
  return Array.from(rows, (row) => row ?? [])
}

function tie(above: Cell, below: Cell): Cell {
  above.below.push(below)
  below.above.push(above)
  return below
}

/** Longest way from a beginning; a beginning then moves down to just above what it feeds. A circle does not hang it. */
function depths(ids: readonly string[], links: Links): Map<string, number> {
  const depth = new Map(ids.map((id) => [id, 0]))
  const waits = new Map(ids.map((id) => [id, links.into(id).filter((link) => depth.has(link.source)).length]))
  const ready = ids.filter((id) => !waits.get(id))
  for (let id = ready.shift(); id !== undefined; id = ready.shift()) {
    for (const { target } of links.from(id)) {
      depth.set(target, Math.max(depth.get(target) ?? 0, (depth.get(id) ?? 0) + 1))
      const left = (waits.get(target) ?? 1) - 1
      waits.set(target, left)
      if (!left) ready.push(target)
    }
  }
  for (const id of ids) {
    const onward = links.from(id).map(({ target }) => depth.get(target) ?? 0)
    if (!links.into(id).length && onward.length) depth.set(id, Math.max(0, Math.min(...onward) - 1))
  }
  return depth
}

function inReadingOrder(ids: readonly string[], links: Links): string[] {
  const met = new Set<string>()
  const waiting = ids.filter((id) => !links.into(id).length).toReversed()
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (met.has(id)) continue
    met.add(id)
    waiting.push(
      ...links
        .from(id)
        .map((link) => link.target)
        .toReversed(),
    )
  }
  return [...met, ...ids.filter((id) => !met.has(id))].filter((id) => ids.includes(id))
}
