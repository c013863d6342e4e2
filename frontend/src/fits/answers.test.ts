import { beforeEach, expect, test } from 'vitest'
import type { Fits } from '../contract'
import { drawChain, person } from '../document/bench'
import { BEFORE, type InferenceView } from '../document/inference'
import { ask, useAnswers } from './answers'
import { keyOf } from './place'

const answer = (complete: boolean): Fits => ({ tensor: { shape: [null, 4], dtype: 'float32' }, complete, layers: [], targets: [] })
const place = { type: 'after', node: 'n', port: 'output' } as const

beforeEach(() => useAnswers.setState({ byKey: new Map() }))

test('a place is asked about until all is said, and then never again', async () => {
  const asked: unknown[] = []
  const api = { fits: (_: string, query: Record<string, string>) => Promise.resolve(answer(asked.push(query) > 2)) }
  expect((await ask(api, 'p', place, 'k'))?.complete).toBe(true)
  await ask(api, 'p', place, 'k')
  expect(asked).toEqual(Array.from({ length: 3 }, () => ({ after: 'n', port: 'output' })))
  expect(useAnswers.getState().byKey.get('k')?.state).toBe('known')
})

test('where nobody answers it is asked again', async () => {
  let up = false
  const api = { fits: () => (up ? Promise.resolve(answer(true)) : Promise.reject(new Error('no worker'))) }
  expect(await ask(api, 'p', place, 'k')).toBeNull()
  expect(useAnswers.getState().byKey.get('k')?.state).toBe('failed')
  up = true
  expect(await ask(api, 'p', place, 'k')).not.toBeNull()
})

function inferred(nodes: Record<string, number[]>): InferenceView {
  const known = Object.entries(nodes).map(([id, shape]) => [
    id,
    { outputs: { output: { shape: [null, ...shape], dtype: 'float32' } }, stale: false },
  ])
  return { ...BEFORE, nodes: Object.fromEntries(known) as InferenceView['nodes'] }
}

test('an answer holds while what it depends on is the same', () => {
  const me = person()
  const [image = '', conv = '', , dense = ''] = drawChain(me)
  const view = inferred({ [image]: [8, 8, 1], [conv]: [6, 6, 8] })
  const wire = Object.entries(me.graph.getState().edges).find(([, edge]) => edge.target === conv)?.[0] ?? ''
  const keys = () => [
    keyOf({ type: 'after', node: image, port: 'output' }, me.graph.getState(), view),
    keyOf({ type: 'into', edge: wire }, me.graph.getState(), view),
  ]
  const before = keys()
  me.edit.setParam(dense, 'units', 11)
  me.edit.moveNodes({ [conv]: { x: 400, y: 400 } })
  expect(keys()).toEqual(before)
  me.edit.setParam(conv, 'filters', 16)
  expect(keys()[0]).toBe(before[0])
  expect(keys()[1]).not.toBe(before[1])
})

test('nothing is asked of a place where nothing flows yet', () => {
  const me = person()
  const [image = ''] = drawChain(me)
  expect(keyOf({ type: 'after', node: image, port: 'output' }, me.graph.getState(), BEFORE)).toBeNull()
})
