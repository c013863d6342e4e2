import { expect, test } from 'vitest'
import type { Edge, Node } from '../contract'
import { type Standing, STEPS } from './steps'

const dense = (units: number) => ({ type: 'layer', layer: 'Dense', params: { units } }) as unknown as Node
const wire = {} as Edge
const standing = (nodes: Record<string, Node>, edges: Record<string, Edge> = {}, training = false): Standing => ({ graph: { nodes, edges }, training })
const before = standing({ a: dense(4) }, { e: wire })
const done = (id: string, now: Standing) => STEPS.find((step) => step.id === id)?.done(now, before)

test('a layer that is added, or a wire that is pulled, is the first step; a layer that is moved or taken away is not', () => {
  expect(done('add', before)).toBe(false)
  expect(done('add', standing({ a: dense(4), b: dense(4) }, { e: wire }))).toBe(true)
  expect(done('add', standing({ a: dense(4) }, { e: wire, f: wire }))).toBe(true)
  expect(done('add', standing({ a: dense(4) }))).toBe(false)
})

test('a number that is changed is the second, a run the third, and whoever watches stays as long as they like', () => {
  expect(done('shapes', standing({ a: dense(4) }))).toBe(false)
  expect(done('shapes', standing({ a: dense(8) }))).toBe(true)
  expect(done('train', before)).toBe(false)
  expect(done('train', standing({ a: dense(4) }, {}, true))).toBe(true)
  expect(done('watch', standing({}, {}, true))).toBe(false)
})
