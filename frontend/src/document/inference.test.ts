import { expect, test } from 'vitest'
import type { InferencePatch, NodeInference, Problem } from '../contract'
import { BEFORE, foldPatch } from './inference'

const node = (params: number): NodeInference => ({
  outputs: { output: { shape: [null, 3], dtype: 'float32' } },
  params,
  trainable_params: params,
  weight_bytes: 4 * params,
  activation_bytes: 12,
  stale: false,
})
const wrong = (node: string): Problem => ({
  code: 'wrong_rank',
  severity: 'error',
  title: 'It got a list.',
  message: '',
  nodes: [node],
  edges: [`into_${node}`],
  place: '',
  evidence: '', traceback: '',
  fixes: [],
  words: null,
})
const patch = (part: Partial<InferencePatch>): InferencePatch => ({
  project: 'p',
  version: 1,
  state: 'ready',
  whole: false,
  nodes: {},
  removed: [],
  problems: [],
  totals: { params: 0, trainable_params: 0, weight_bytes: 0, activation_bytes: 0, training_bytes: 0 },
  plan_ok: true,
  ...part,
})

test('a patch changes what it names and keeps the rest', () => {
  const first = foldPatch(BEFORE, patch({ whole: true, nodes: { a: node(1), b: node(2) } }))
  const second = foldPatch(first, patch({ version: 2, nodes: { b: node(3) } }))
  expect(second.nodes['a']).toBe(first.nodes['a'])
  expect(second.nodes['b']?.params).toBe(3)
})

test('what a whole patch says again stays the same object', () => {
  const first = foldPatch(BEFORE, patch({ whole: true, nodes: { a: node(1), gone: node(2) }, problems: [wrong('a')] }))
  const second = foldPatch(first, patch({ whole: true, nodes: { a: node(1) }, problems: [wrong('a')] }))
  expect(second.nodes['a']).toBe(first.nodes['a'])
  expect(second.nodes['gone']).toBeUndefined()
  expect(second.problemsByNode['a']).toBe(first.problemsByNode['a'])
})

test('problems are found by node and by wire', () => {
  const view = foldPatch(BEFORE, patch({ problems: [wrong('a'), wrong('b')] }))
  expect(view.problemsByNode['b']?.map((each) => each.nodes)).toEqual([['b']])
  expect(view.problemsByEdge['into_a']).toHaveLength(1)
})
