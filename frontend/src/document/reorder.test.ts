import { expect, test } from 'vitest'
import { drawChain, layer, person, wires } from './bench'

const CHAIN = ['conv_1 → flatten_1', 'dense_1 → label', 'flatten_1 → dense_1', 'image → conv_1']

test('a layer changes places with the one before it, and one undo brings everything back', () => {
  const a = person()
  const [, conv, flatten] = drawChain(a) as [string, string, string]
  const before = a.graph.getState().layout
  expect(a.edit.reorder(flatten, 'earlier')).toBe(true)
  expect(wires(a)).toEqual(['conv_1 → dense_1', 'dense_1 → label', 'flatten_1 → conv_1', 'image → flatten_1'])
  expect(a.graph.getState().layout[flatten]).toEqual(before[conv])
  a.history.undo()
  expect(wires(a)).toEqual(CHAIN)
  expect(a.graph.getState().layout).toEqual(before)
})

test('earlier and then later is where it was', () => {
  const a = person()
  const [, , flatten] = drawChain(a) as [string, string, string]
  a.edit.reorder(flatten, 'later')
  expect(wires(a)).toEqual(['conv_1 → dense_1', 'dense_1 → flatten_1', 'flatten_1 → label', 'image → conv_1'])
  a.edit.reorder(flatten, 'earlier')
  expect(wires(a)).toEqual(CHAIN)
})

test('what follows in branches follows the other of the two', () => {
  const a = person()
  const [, conv, flatten] = drawChain(a) as [string, string, string]
  a.edit.addNode(layer('Dense', { units: 3 }, 'aside'), { after: { node: flatten, port: 'output' } })
  expect(a.edit.reorder(conv, 'later')).toBe(true)
  expect(wires(a)).toEqual(['conv_1 → aside', 'conv_1 → dense_1', 'dense_1 → label', 'flatten_1 → conv_1', 'image → flatten_1'])
})

test('nothing comes before an input, after an output, or out of a branch', () => {
  const a = person()
  const [image, conv, flatten, dense] = drawChain(a) as [string, string, string, string]
  expect(a.edit.reorder(image, 'later')).toBe(false)
  expect(a.edit.reorder(conv, 'earlier')).toBe(false)
  expect(a.edit.reorder(dense, 'later')).toBe(false)
  a.edit.addNode(layer('Dense', { units: 3 }, 'aside'), { after: { node: conv, port: 'output' } })
  expect(a.edit.reorder(flatten, 'earlier')).toBe(false)
  expect(wires(a)).toContain('conv_1 → flatten_1')
})
