// A drawing → plain shapes with their colours: what an SVG is written from and a canvas painted with, so that both are the same picture.
// Never a screenshot: a thousand nodes are a thousand cards.

import { boundsOf, type Bounds, type DrawnCard, type DrawnWire, type Drawing } from '../canvas/drawing'
import type { Note } from '../contract'
import { NODE_HEIGHT, NODE_WIDTH } from '../document/place'
import { glyphPath } from '../ui/glyphs'
import type { Colours } from './colours'
import { blocksOf, type Span } from '../ui/markdown'

export type Family = 'sans' | 'mono'

/** By name: who has none of them sees the next. */
export const FONTS: Record<Family, string> = {
  sans: "'Inter Variable', Inter, system-ui, 'Segoe UI', Roboto, 'Noto Sans', sans-serif",
  mono: "'JetBrains Mono', ui-monospace, Menlo, Consolas, monospace",
}

export type Shape =
  | { type: 'rect'; x: number; y: number; width: number; height: number; round: number; fill: string; stroke?: string }
  | { type: 'path'; d: string; x: number; y: number; scale: number; stroke: string; width: number }
  | { type: 'text'; x: number; y: number; text: string; size: number; weight: number; family: Family; fill: string; end?: boolean }

export interface Scene {
  bounds: Bounds
  ground: string | null
  shapes: Shape[]
}

/** Width of a text in pixels. */
export type Measure = (text: string, size: number, weight: number, family: Family) => number

/** Where no browser measures: wide enough for most letters. */
export const roughly: Measure = (text, size, _, family) => text.length * size * (family === 'mono' ? 0.6 : 0.54)

const MARGIN = 32
const PAD = 14
const GLYPH = 15
/** Of the card's line of an output, which may run over two. */
const SECOND_LINE = 15

export function sceneOf(drawing: Drawing, colours: Colours, measure: Measure = roughly, ground = true): Scene {
  const bounds = boundsOf(drawing)
  return {
    bounds: {
      x: bounds.x - MARGIN,
      y: bounds.y - MARGIN,
      width: bounds.width + 2 * MARGIN,
      height: bounds.height + 2 * MARGIN,
    },
    ground: ground ? colours.ground : null,
    shapes: [
      ...drawing.notes.flatMap((note) => noteShapes(note, colours, measure)),
      ...drawing.wires.map((wire): Shape => ({ ...WIRE, d: wire.path, stroke: colours.wire })),
      ...drawing.cards.flatMap((card) => cardShapes(card, colours, measure)),
      ...drawing.wires.flatMap((wire) => labelShapes(wire, colours, measure)),
    ],
  }
}

const WIRE = { type: 'path', x: 0, y: 0, scale: 1, width: 1.6 } as const

function cardShapes(card: DrawnCard, colours: Colours, measure: Measure): Shape[] {
  const { x, y } = card.at
  const color = colours.groups[card.color] ?? colours.groups.other ?? colours.ink
  const right = x + NODE_WIDTH - 12
  const corner = cut(card.corner, 112, 12, 400, 'mono', measure)
  const cornerWidth = corner ? measure(corner, 12, 400, 'mono') + 8 : 0
  const nameAt = x + PAD + GLYPH + 7
  const lines = card.node.type === 'output' ? wrapped(card.line, NODE_WIDTH - PAD - 12, measure) : [cut(card.line, NODE_WIDTH - PAD - 12, 12, 400, 'sans', measure)]
  const height = NODE_HEIGHT + (lines.length - 1) * SECOND_LINE
  return [
    { type: 'rect', x, y, width: NODE_WIDTH, height, round: 11, fill: colours.card, stroke: colours.line },
    { type: 'rect', x: x - 1, y: y + 10, width: 3, height: height - 20, round: 1.5, fill: color },
    { type: 'path', d: glyphPath(card.icon, card.group), x: x + PAD, y: y + 11, scale: GLYPH / 18, stroke: color, width: 1.6 },
    text(nameAt, y + 23, cut(card.name, right - cornerWidth - nameAt, 13, 600, 'sans', measure), 13, 600, 'sans', colours.ink),
    ...(corner ? [{ ...text(right, y + 23, corner, 12, 400, 'mono', colours.muted), end: true }] : []),
    ...lines.map((line, at) => text(x + PAD, y + 41 + at * SECOND_LINE, line, 12, 400, 'sans', colours.muted)),
  ]
}

function labelShapes({ shape, middle, slanted }: DrawnWire, colours: Colours, measure: Measure): Shape[] {
  if (!shape) return []
  const width = measure(shape, 11, 400, 'mono') + 10
  const x = slanted ? middle.x - width / 2 : middle.x + 10
  const y = slanted ? middle.y - 25 : middle.y - 9
  return [
    { type: 'rect', x, y, width, height: 18, round: 6, fill: colours.ground },
    text(x + 5, y + 13, shape, 11, 400, 'mono', colours.muted),
  ]
}

const NOTE_SIZE = 13

/** A note's markdown without its signs. */
function plainLines(text: string): string[] {
  const said = (spans: readonly Span[]) => spans.map((span) => span.text).join('')
  return blocksOf(text).flatMap((block) =>
    block.type === 'list'
      ? block.items.map((item, at) => `${block.ordered ? `${at + 1}.` : '•'} ${said(item)}`)
      : said(block.spans).split('\n'),
  )
}

function noteShapes(note: Note, colours: Colours, measure: Measure): Shape[] {
  const { x, y, width, height } = note
  const most = Math.max(1, Math.floor((height - 16) / 18))
  const lines = plainLines(note.text).flatMap((line) => folded(line, width - 24, measure))
  return [
    { type: 'rect', x, y, width, height, round: 9, fill: colours.notes[note.color] ?? colours.card, stroke: colours.line },
    ...lines.slice(0, most).map((line, at) => text(x + 12, y + 22 + at * 18, line, NOTE_SIZE, 400, 'sans', colours.ink)),
  ]
}

function text(x: number, y: number, text: string, size: number, weight: number, family: Family, fill: string): Shape & { type: 'text' } {
  return { type: 'text', x, y, text, size, weight, family, fill }
}

/** The text, or as much of it as fits, and three dots. */
function cut(whole: string, width: number, size: number, weight: number, family: Family, measure: Measure): string {
  if (measure(whole, size, weight, family) <= width) return whole
  const letters = [...whole]
  let [fits, most] = [0, letters.length]
  while (fits < most) {
    const half = Math.ceil((fits + most) / 2)
    if (measure(`${letters.slice(0, half).join('')}…`, size, weight, family) <= width) fits = half
    else most = half - 1
  }
  return `${letters.slice(0, fits).join('').trimEnd()}…`
}

/** In one line or two. */
function wrapped(whole: string, width: number, measure: Measure): string[] {
  const [first = '', ...rest] = folded(whole, width, measure)
  return rest.length ? [first, cut(rest.join(' '), width, 12, 400, 'sans', measure)] : [first]
}

function folded(whole: string, width: number, measure: Measure): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of whole.split(' ')) {
    const longer = line ? `${line} ${word}` : word
    if (line && measure(longer, NOTE_SIZE, 400, 'sans') > width) {
      lines.push(line)
      line = word
    } else line = longer
  }
  return [...lines, line].map((each) => cut(each, width, NOTE_SIZE, 400, 'sans', measure))
}
