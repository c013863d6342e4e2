// A thumbnail's places in canvas units → beads on wires that fill a small picture. Pure geometry.
//
// A drawing is tall and a card is wide: it is turned on its side where its beads get larger so.

import type { Thumbnail } from '../contract'

export interface Bead {
  /** Its upper left corner. */
  readonly x: number
  readonly y: number
  readonly group: string
  readonly icon: string
  /** How many wires data has passed before it comes here. */
  readonly depth: number
}

export interface Thread {
  /** SVG path data. */
  readonly path: string
  /** Group of where it begins. */
  readonly group: string
  readonly depth: number
}

export interface Miniature {
  /** Width and height of a bead. */
  readonly size: number
  readonly beads: readonly Bead[]
  readonly wires: readonly Thread[]
}

interface Size {
  readonly width: number
  readonly height: number
}

interface Place {
  readonly along: number
  readonly across: number
}

/** A node on the canvas; what stands closer together stands in one row. */
const NODE = { width: 226, height: 54 }
const LARGEST = 34
/** Part of the distance between two beads that a bead takes. */
const FILLED = 0.7
/** Distance of two neighbours, in beads, that is not passed: they would be no chain any more. */
const FARTHEST = { along: 2, across: 1.5 }

export function miniature(thumbnail: Thumbnail, size: Size): Miniature {
  const nodes = thumbnail.nodes.map((node) => ({
    x: Number(node['x']),
    y: Number(node['y']),
    group: String(node['group']),
    icon: String(node['icon'] ?? node['group']),
  }))
  const edges = thumbnail.edges.map(([from, to]) => [Number(from), Number(to)] as const)
  const places = placed(nodes)
  if (places.length === 0) return { size: 0, beads: [], wires: [] }
  const [turned, upright] = [fitted(places, size.width, size.height), fitted(places, size.height, size.width)]
  const lies = turned.bead >= upright.bead
  const { bead, along, across } = lies ? turned : upright
  const depths = depthsOf(nodes.length, edges)
  const middle = extent(places)
  const beads = nodes.map(({ group, icon }, at) => {
    const u = ((places[at]?.along ?? 0) - middle.along / 2) * along
    const v = ((places[at]?.across ?? 0) - middle.across / 2) * across
    const [x, y] = lies ? [u, v] : [v, u]
    return { x: size.width / 2 + x - bead / 2, y: size.height / 2 + y - bead / 2, group, icon, depth: depths[at] ?? 0 }
  })
  const wires = edges.flatMap(([from, to]) => {
    const [source, target] = [beads[from], beads[to]]
    if (!source || !target) return []
    return [{ path: threadOf(source, target, bead, lies), group: source.group, depth: source.depth }]
  })
  return { size: bead, beads, wires }
}

/** In rows and columns instead of canvas units, from 0. */
function placed(nodes: readonly { x: number; y: number }[]): Place[] {
  const [xs, ys] = [nodes.map((node) => node.x), nodes.map((node) => node.y)]
  const [left, top] = [Math.min(...xs), Math.min(...ys)]
  const [column, row] = [closest(xs, NODE.width), closest(ys, NODE.height)]
  return nodes.map((node) => ({ along: (node.y - top) / row, across: (node.x - left) / column }))
}

function extent(places: readonly Place[]): Place {
  return { along: Math.max(...places.map((one) => one.along)), across: Math.max(...places.map((one) => one.across)) }
}

/** The largest bead, and the distances of its neighbours, with `length` for what follows and `breadth` for what stands side by side. */
function fitted(places: readonly Place[], length: number, breadth: number) {
  const { along, across } = extent(places)
  const bead = Math.min(LARGEST, (length / (along + FILLED)) * FILLED, (breadth / (across + FILLED)) * FILLED)
  const step = (room: number, steps: number, most: number) => (steps > 0 ? Math.min((room - bead) / steps, bead * most) : 0)
  return { bead, along: step(length, along, FARTHEST.along), across: step(breadth, across, FARTHEST.across) }
}

/** The smallest distance between two different values, or `otherwise` when there is none. */
function closest(values: readonly number[], otherwise: number): number {
  const sorted = [...new Set(values)].sort((a, b) => a - b)
  const gaps = sorted.slice(1).map((value, at) => value - (sorted[at] ?? value))
  const wide = gaps.filter((gap) => gap > otherwise / 2)
  return wide.length > 0 ? Math.min(...wide) : otherwise
}

/** The longest way from a beginning; in a drawing that goes in a circle, as far as it is followed. */
function depthsOf(count: number, edges: readonly (readonly [number, number])[]): number[] {
  const depths = Array.from({ length: count }, () => 0)
  for (let pass = 0; pass < count; pass += 1) {
    let moved = false
    for (const [from, to] of edges) {
      const deeper = Math.min((depths[from] ?? 0) + 1, count - 1)
      if (deeper <= (depths[to] ?? deeper)) continue
      depths[to] = deeper
      moved = true
    }
    if (!moved) break
  }
  return depths
}

function threadOf(source: Bead, target: Bead, bead: number, lies: boolean): string {
  const half = bead / 2
  if (lies) {
    const [x1, y1, x2, y2] = [source.x + bead, source.y + half, target.x, target.y + half].map(round) as Four
    return `M${x1} ${y1}C${round((x1 + x2) / 2)} ${y1} ${round((x1 + x2) / 2)} ${y2} ${x2} ${y2}`
  }
  const [x1, y1, x2, y2] = [source.x + half, source.y + bead, target.x + half, target.y].map(round) as Four
  return `M${x1} ${y1}C${x1} ${round((y1 + y2) / 2)} ${x2} ${round((y1 + y2) / 2)} ${x2} ${y2}`
}

type Four = [number, number, number, number]

function round(value: number): number {
  return Math.round(value * 10) / 10
}
