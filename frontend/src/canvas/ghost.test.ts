import { expect, test } from 'vitest'

import type { Fix } from '../contract'
import { CATALOG, layer } from '../document/bench'
import { isCovered } from '../document/place'
import { ghostsOf } from './ghost'

test('what is put into one wire stands side by side, each after the one before', () => {
  const graph = {
    nodes: { a: layer('Dense', { units: 2 }), b: layer('Dense', { units: 3 }) },
    edges: { e: { source: 'a', source_port: 'output', target: 'b', target_port: 'input', order: 'a0' } },
    layout: { a: { x: 0, y: 0 }, b: { x: 0, y: 400 } },
  }
  const insert = (id: string) => ({ type: 'insert_on_edge' as const, edge: 'e', id, node: layer('Dropout', { rate: 0.2 }, id) })
  const fix = { id: 'f', edits: ['one', 'two', 'three'].map(insert) } as unknown as Fix
  const { nodes, wires } = ghostsOf(fix, graph as never, CATALOG)
  const places = nodes.map(({ at }) => at)
  expect(nodes.map(({ key }) => key)).toEqual(['one', 'two', 'three'])
  for (const [at, place] of places.entries()) expect(isCovered(places.slice(0, at), place)).toBe(false)
  expect(wires.map(({ key }) => key)).toEqual(['one above', 'two above', 'three above', 'three below'])
})
