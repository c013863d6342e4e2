import { expect, test } from 'vitest'
import type { NodeInference, Problem } from '../contract'
import { CATALOG, drawChain, person } from '../document/bench'
import { aloud } from './aloud'

const gives = (shape: (number | null)[], params = 0) =>
  ({ outputs: { output: { shape, dtype: 'float32' } }, params, stale: false }) as unknown as NodeInference
const NOTHING = { nodes: {}, problemsByNode: {}, problemsByEdge: {} }

test('a node says its line, its shape, its cost and its wires', () => {
  const a = person()
  const [, conv] = drawChain(a) as [string, string]
  const known = { ...NOTHING, nodes: { [conv]: gives([null, 6, 6, 8], 80) } }
  expect(aloud(conv, CATALOG, a.graph.getState(), known)).toBe(
    'Conv2D · 8 filters · 3 × 3. Gives 6 × 6 × 8. 80 parameters. From image. To flatten_1.',
  )
})

test('a wire says what flows through it, and both say what is wrong', () => {
  const a = person()
  const [image, conv] = drawChain(a) as [string, string]
  const [wire] = Object.entries(a.graph.getState().edges).find(([, edge]) => edge.target === conv) ?? ['']
  const problem = { severity: 'error', title: 'Conv2D wants a picture.' } as unknown as Problem
  const known = { nodes: { [image]: gives([null, 64]) }, problemsByNode: {}, problemsByEdge: { [wire]: [problem] } }
  expect(aloud(wire, CATALOG, a.graph.getState(), known)).toBe('Carries 64. Problem: Conv2D wants a picture.')
})

test('what is neither node nor wire says nothing', () => {
  expect(aloud('note', CATALOG, person().graph.getState(), NOTHING)).toBe('')
})
