// A thumbnail's places in canvas units → boxes and wires that fill a small picture. Pure geometry.

import type { Thumbnail } from '../contract'

export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  /** Colour token of its group. */
  readonly color: string
}

export interface Miniature {
  readonly boxes: readonly Box[]
  /** SVG path data. */
  readonly wires: readonly string[]
}

interface Size {
  readonly width: number
  readonly height: number
}

/** A node on the canvas, and what is left free around it. */
const NODE = { width: 226, height: 54 }
const LARGEST = { width: 92, height: 17 }
/** Part of the distance between two rows that a box takes. */
const FILLED = 0.62
/** Width by height of a box in a single column. */
const SHAPE = 5.4

/** Groups whose colour is another group's; the others are called as their colour. */
const COLORS: Record<string, string> = {
  input: 'io',
  output: 'io',
  activation: 'norm',
  rnn: 'attn',
  embed: 'core',
  preprocess: 'io',
  wrapper: 'merge',
  other: 'io',
}

export function miniature(thumbnail: Thumbnail, size: Size): Miniature {
  const nodes = thumbnail.nodes.map((node) => ({
    x: Number(node['x']),
    y: Number(node['y']),
    group: String(node['group']),
  }))
  if (nodes.length === 0) return { boxes: [], wires: [] }
  const xs = nodes.map((node) => node.x)
  const ys = nodes.map((node) => node.y)
  const [left, top] = [Math.min(...xs), Math.min(...ys)]
  const [across, down] = [Math.max(...xs) - left, Math.max(...ys) - top]
  const [column, row] = [closest(xs, NODE.width), closest(ys, NODE.height)]
  const tall = row * FILLED
  const scale = Math.min(
    LARGEST.width / NODE.width,
    size.width / (across + NODE.width),
    (size.height - 2) / (down + tall),
  )
  const height = Math.min(LARGEST.height, tall * scale)
  const alone = new Set(xs).size === 1
  const width = Math.min(LARGEST.width, alone ? height * SHAPE : column * scale * 0.86)
  const boxes = nodes.map((node) => ({
    x: size.width / 2 + (node.x - left - across / 2) * scale - width / 2,
    y: size.height / 2 + (node.y - top - down / 2) * scale - height / 2,
    width,
    height,
    color: COLORS[node.group] ?? node.group,
  }))
  const wires = thumbnail.edges.flatMap(([from, to]) => {
    const [source, target] = [boxes[Number(from)], boxes[Number(to)]]
    return source && target ? [wire(source, target)] : []
  })
  return { boxes, wires }
}

/** The smallest distance between two different values, or `otherwise` when there is none. */
function closest(values: readonly number[], otherwise: number): number {
  const sorted = [...new Set(values)].sort((a, b) => a - b)
  const gaps = sorted.slice(1).map((value, at) => value - (sorted[at] ?? value))
  const wide = gaps.filter((gap) => gap > otherwise / 2)
  return wide.length > 0 ? Math.min(...wide) : otherwise
}

function wire(source: Box, target: Box): string {
  const [x1, y1] = [source.x + source.width / 2, source.y + source.height]
  const [x2, y2] = [target.x + target.width / 2, target.y]
  const bend = (y2 - y1) / 2
  return `M${round(x1)} ${round(y1)}C${round(x1)} ${round(y1 + bend)} ${round(x2)} ${round(y2 - bend)} ${round(x2)} ${round(y2)}`
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
