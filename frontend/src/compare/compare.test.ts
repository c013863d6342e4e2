import { beforeAll, describe, expect, test } from 'vitest'
import type { Comparison, Diff, Edge, Graph, Node } from '../contract'
import { CATALOG } from '../document/bench'
import { speak } from '../words/words'
import { goneKey, overlayOf } from './overlay'
import { pairOf, pairText, type Pair } from './refs'
import { rowsOf, stepsOf } from './steps'
import { placeText, saysOf, valueText } from './words'

beforeAll(() => speak('en'))

const dense = (name: string, units: number): Node =>
  ({ type: 'layer', name, layer: 'Dense', params: { units }, trainable: true, shares: null, bypassed: false }) as Node
const wire = (source: string, target: string): Edge => ({ source, source_port: 'output', target, target_port: 'input', order: 'a0' })
const EMPTY: Diff = { count: 0, nodes: [], edges: [], training: [], same: {} }

function graph(nodes: Record<string, Node>, edges: Record<string, Edge>): Graph {
  const layout = Object.fromEntries(Object.keys(nodes).map((id, at) => [id, { x: 0, y: at * 84 }]))
  return { version: 1, keras_version: '3', name: 'g', nodes, edges, notes: {}, layout, training: { epochs: 1 } } as unknown as Graph
}

/** a → b → c, of which b went; a has other units. */
const GONE: Comparison = {
  before: graph({ a: dense('a', 1), b: dense('b', 1), c: dense('c', 1) }, { ab: wire('a', 'b'), bc: wire('b', 'c') }),
  after: graph({ a2: dense('a', 2), c2: dense('c', 1) }, { ac: wire('a2', 'c2') }),
  diff: {
    ...EMPTY,
    count: 2,
    nodes: [
      { type: 'changed', before: 'a', after: 'a2', fields: [{ place: 'params.units', before: 1, after: 2, unset: null }] },
      { type: 'removed', before: 'b', after: null, fields: [] },
    ],
    edges: [
      { type: 'added', before: null, after: 'ac', fields: [], implied: true },
      { type: 'removed', before: 'ab', after: null, fields: [], implied: true },
      { type: 'removed', before: 'bc', after: null, fields: [], implied: true },
    ],
    training: [{ place: 'epochs', before: 1, after: 5, unset: null }],
    same: { a2: 'a', c2: 'c' },
  },
}

test('an address names two graphs and reads back', () => {
  const pairs: Pair[] = [
    { before: { type: 'run', id: 'r1' }, after: { type: 'live' } },
    { before: { type: 'file' }, after: { type: 'template', id: 'iris-mlp' } },
    { before: { type: 'project', id: 'a:b' }, after: { type: 'saved', id: 'v' } },
  ]
  for (const pair of pairs) expect(pairOf(pairText(pair))).toEqual(pair)
  for (const text of ['', 'run:..live', 'live', 'planet:x..live', 'run:a..']) expect(pairOf(text)).toBeNull()
})

describe('the overlay', () => {
  const overlay = overlayOf(GONE)

  test('holds what stayed once, and what went where it stood', () => {
    expect(overlay.nodeMarks).toEqual({ a2: 'changed', c2: 'same', [goneKey('b')]: 'removed' })
    expect(overlay.nodes[goneKey('b')]).toMatchObject({ name: 'b' })
    expect(overlay.layout[goneKey('b')]?.x).toBeGreaterThan(0)
  })

  test('wires what went to its neighbours under the ids they have now', () => {
    expect(overlay.edges[goneKey('ab')]).toMatchObject({ source: 'a2', target: goneKey('b') })
    expect(overlay.edges[goneKey('bc')]).toMatchObject({ source: goneKey('b'), target: 'c2' })
    expect(overlay.edgeMarks).toMatchObject({ ac: 'added', [goneKey('ab')]: 'removed' })
  })

  test('never lays one node over another', () => {
    const places = Object.values(overlay.layout).map(({ x, y }) => `${x} ${y}`)
    expect(new Set(places).size).toBe(places.length)
  })
})

describe('steps', () => {
  test('go through nodes and settings, and leave out wires that go without saying', () => {
    expect(stepsOf(GONE).map(({ key, mark }) => [key, mark])).toEqual([
      ['a2', 'changed'],
      [goneKey('b'), 'removed'],
      ['training', 'changed'],
    ])
  })

  test('a wire of its own is a step that looks at both its ends', () => {
    const edges = [{ type: 'removed' as const, before: 'ab', after: null, fields: [], implied: false }]
    const [step] = stepsOf({ ...GONE, diff: { ...EMPTY, edges, same: { a2: 'a', c2: 'c' } } })
    expect(step).toMatchObject({ nodes: ['a2', goneKey('b')], wire: goneKey('ab'), what: { from: 'a', to: 'b' } })
  })

  test('only what differs is listed, until everything is asked for', () => {
    const [step] = stepsOf(GONE)
    expect(step && rowsOf(step, false).map((row) => row.place)).toEqual(['params.units'])
    expect(step && rowsOf(step, true).map((row) => [row.place, row.same])).toEqual([
      ['params.units', false],
      ['name', true],
      ['layer', true],
      ['trainable', true],
      ['bypassed', true],
    ])
  })
})

test('a field has a name and values that a person reads', () => {
  const field = { place: 'params.activation', before: 'relu', after: null, unset: 'after' as const }
  const node = dense('a', 1)
  expect(valueText(field, 'before', CATALOG, node)).toBe('relu')
  expect(valueText(field, 'after', CATALOG, node)).toBe('none (default)')
  expect(saysOf([{ place: 'params.kernel_size', before: [3, 3], after: [5, 5], unset: null }], CATALOG, node, node)).toBe(
    'kernel_size 3 × 3 → 5 × 5',
  )
  expect([placeText('optimizer.name'), placeText('params.kernel_initializer.params.stddev'), placeText('params.name')]).toEqual([
    'Optimizer',
    'kernel_initializer · stddev',
    'name',
  ])
})
