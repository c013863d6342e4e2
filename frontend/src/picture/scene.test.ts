import fc from 'fast-check'
import { expect, test } from 'vitest'
import { drawingOf, type Drawable } from '../canvas/drawing'
import type { Edge, Node, NodeInference, Note } from '../contract'
import { CATALOG, layer } from '../document/bench'
import { graphInSvg } from './metadata'
import { scaleOf } from './paint'
import { sceneOf } from './scene'
import { svgOf } from './svg'

const COLOURS = {
  ground: '#fff',
  card: '#fff',
  line: '#ccc',
  wire: '#999',
  ink: '#000',
  muted: '#666',
  groups: { core: '#00f', other: '#555' },
  notes: {},
}

function chain(length: number, name = (at: number) => `dense_${at}`): Drawable {
  const nodes: Record<string, Node> = {}
  const edges: Record<string, Edge> = {}
  for (let at = 0; at < length; at += 1) {
    nodes[`n${at}`] = layer('Dense', { units: 8 }, name(at))
    if (at) edges[`e${at}`] = { source: `n${at - 1}`, source_port: 'output', target: `n${at}`, target_port: 'input', order: 'a0' }
  }
  return { nodes, edges, layout: Object.fromEntries(Object.keys(nodes).map((id, at) => [id, { x: 0, y: at * 84 }])) }
}

const seen: NodeInference = {
  outputs: { output: { shape: [null, 8], dtype: 'float32' } },
  params: 72,
  trainable_params: 72,
  stale: false,
} as unknown as NodeInference

function svg(graph: Drawable, title = 'Model'): string {
  const known = { shapes: Object.fromEntries(Object.keys(graph.nodes).map((id) => [id, seen])) }
  return svgOf(sceneOf(drawingOf(graph, CATALOG, known), COLOURS), title, JSON.stringify(graph))
}

test('cards, wires and the shapes on them are in the picture, and the graph in its metadata', () => {
  const graph = chain(3)
  const text = svg(graph)
  expect(text.match(/<text/g)).toHaveLength(3 * 3 + 2)
  for (const word of ['dense_1', 'Dense · 8', '>72<', '>8<']) expect(text).toContain(word)
  expect(JSON.parse(graphInSvg(text) ?? '')).toEqual(graph)
})

test('a thousand nodes are a thousand cards', () => {
  const text = svg(chain(1000))
  expect(text.match(/rx="11"/g)).toHaveLength(1000)
  expect(text.match(/stroke-linejoin="round"\/>/g)).toHaveLength(999)
})

test('nothing that a person types becomes markup or breaks the file', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', minLength: 1 }), (name) => {
      const text = svg(chain(1, () => name), name)
      const outside = text.replace(/<metadata>[\s\S]*<\/metadata>/, '')
      expect(outside.replace(/<\/?(svg|title|rect|path|text)\b[^<>]*>/g, '')).not.toMatch(/[<>]/)
      // oxlint-disable-next-line no-control-regex -- XML holds none of them
      expect(outside).not.toMatch(/[\0-\x08\x0b\x0c\x0e-\x1f]/)
    }),
  )
}, 30_000)

test('a picture is never larger than a browser can paint', () => {
  expect(scaleOf({ width: 800, height: 600 })).toBe(2)
  for (const [width, height] of [[300, 84_000], [84_000, 300], [30_000, 30_000]] as const) {
    const scale = scaleOf({ width, height })
    expect(Math.max(width, height) * scale).toBeLessThanOrEqual(16_000)
    expect(width * height * scale ** 2).toBeLessThanOrEqual(64_000_001)
  }
})

test('a note is read without its signs, and stays inside its box', () => {
  const note = { text: '## Why\n**Bold** words *and* more of them than a line holds\n- one', x: 0, y: 0, width: 150, height: 200, color: 'yellow' }
  const scene = sceneOf({ cards: [], wires: [], notes: [note as Note] }, COLOURS, (text, size) => text.length * size * 0.5)
  const said = scene.shapes.flatMap((shape) => (shape.type === 'text' ? [shape.text] : []))
  expect(said.join(' ')).toBe('Why Bold words and more of them than a line holds • one')
  for (const line of said) expect(line.length * 13 * 0.5).toBeLessThanOrEqual(150 - 24)
})
