// Graph → a tidy place for every node: layers from top to bottom by longest way, each row ordered to keep wires short.

import type { Edge, Node, Position } from '../contract'
import { linksOf, type Links } from '../document/links'
import { COLUMN, snap, STEP } from '../document/place'

const SWEEPS = 6

export function arrange(
  nodes: Readonly<Record<string, Node>>,
  edges: Readonly<Record<string, Edge>>,
): Record<string, Position> {
  const ids = Object.keys(nodes)
  const links = linksOf(edges)
  const depth = depths(ids, links)
  const rows: string[][] = []
  for (const id of ids) (rows[depth.get(id) ?? 0] ??= []).push(id)
  const x = new Map<string, number>()
  for (const row of rows) row.forEach((id, at) => x.set(id, (at - (row.length - 1) / 2) * COLUMN))
  for (let sweep = 0; sweep < SWEEPS; sweep += 1) {
    const down = sweep % 2 === 0
    for (const row of down ? rows : rows.toReversed()) settle(row, x, links, down)
  }
  return Object.fromEntries(ids.map((id) => [id, { x: snap(x.get(id) ?? 0), y: (depth.get(id) ?? 0) * STEP }]))
}

/** Longest way from a beginning; a beginning then moves down to just above what it feeds. A circle does not hang it. */
function depths(ids: readonly string[], links: Links): Map<string, number> {
  const depth = new Map<string, number>()
  const waits = new Map(ids.map((id) => [id, links.into(id).length]))
  const ready = ids.filter((id) => !waits.get(id))
  for (const id of ready) depth.set(id, 0)
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

/** Orders a row by the mean place of its neighbours, then moves its members apart where they would overlap. */
function settle(row: string[], x: Map<string, number>, links: Links, down: boolean): void {
  const wanted = new Map(row.map((id) => [id, mean(id, x, links, down)]))
  row.sort((a, b) => (wanted.get(a) ?? 0) - (wanted.get(b) ?? 0))
  const places = row.map((id) => wanted.get(id) ?? 0)
  for (let at = 1; at < places.length; at += 1) places[at] = Math.max(places[at] ?? 0, (places[at - 1] ?? 0) + COLUMN)
  const drift = row.reduce((sum, id, at) => sum + (places[at] ?? 0) - (wanted.get(id) ?? 0), 0) / row.length
  row.forEach((id, at) => x.set(id, (places[at] ?? 0) - drift))
}

function mean(id: string, x: Map<string, number>, links: Links, down: boolean): number {
  const near = down ? links.into(id).map((link) => link.source) : links.from(id).map((link) => link.target)
  if (!near.length) return x.get(id) ?? 0
  return near.reduce((sum, other) => sum + (x.get(other) ?? 0), 0) / near.length
}
