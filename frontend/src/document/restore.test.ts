import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Graph, Node } from '../contract'
import { drawChain, exchange, layer, person, type Person } from './bench'
import { equal, type Restorable } from './restore'

function versionOf({ graph }: Person): Restorable {
  const { nodes, edges, training, layout } = graph.getState()
  return structuredClone({ nodes, edges, training, layout }) as Restorable
}

/** One edit a person could make, chosen by two numbers. */
function edit(a: Person, kind: number, which: number): void {
  const { nodes, edges } = a.graph.getState()
  const id = Object.keys(nodes)[which % Math.max(1, Object.keys(nodes).length)] ?? ''
  const wire = Object.keys(edges)[which % Math.max(1, Object.keys(edges).length)] ?? ''
  const edits = [
    () => a.edit.setParam(id, 'units', which),
    () => a.edit.setParam(id, 'kernel_size', [which, which]),
    () => a.edit.rename(id, `name_${which}`),
    () => wire && a.edit.insertNode(layer('Dropout', { rate: 0.5 }), wire),
    () => id && a.edit.remove([id], [], which % 2 === 0),
    () => wire && a.edit.remove([], [wire]),
    () => a.edit.setTraining('epochs', which),
    () => a.edit.setTraining('optimizer', { name: 'SGD', params: { momentum: which } }),
    () => id && a.edit.moveNodes({ [id]: { x: which, y: 5 * which } }),
    () => a.edit.addNode(layer('Dense', { units: which })),
    () => id && a.edit.setField(id, 'trainable', false),
  ]
  edits[kind % edits.length]?.()
}

const edits = fc.array(fc.tuple(fc.nat(10), fc.nat(40)), { maxLength: 8 })

test('whatever was done since a version, restoring brings it back whole, and one undo brings back what was done', () => {
  fc.assert(
    fc.property(edits, edits, (first, later) => {
      const a = person()
      drawChain(a)
      for (const [kind, which] of first) edit(a, kind, which)
      const version = versionOf(a)
      for (const [kind, which] of later) edit(a, kind, which)
      const since = versionOf(a)
      a.edit.restore(version)
      expect(versionOf(a)).toEqual(version)
      if (equal(since, version)) return // nothing was written: there is no step to undo
      a.history.undo()
      expect(versionOf(a)).toEqual(since)
      a.history.redo()
      expect(versionOf(a)).toEqual(version)
    }),
    { numRuns: 60 },
  )
})

test('restoring what is there already writes nothing', () => {
  const a = person()
  drawChain(a)
  const version = versionOf(a)
  let updates = 0
  a.doc.on('update', () => (updates += 1))
  a.edit.restore(version)
  expect(updates).toBe(0)
})

test('what another person changes meanwhile stays where the version does not speak of it', () => {
  const [a, b] = [person(), person()]
  const [, conv, , dense] = drawChain(a) as [string, string, string, string, string]
  const version = versionOf(a)
  a.edit.setParam(conv, 'filters', 99)
  exchange(a, b)
  a.edit.restore(version)
  b.edit.setParam(dense, 'use_bias', false)
  b.edit.renameGraph('Another name')
  exchange(a, b)
  for (const one of [a, b]) {
    const { nodes, meta } = one.graph.getState()
    expect(nodes[conv]).toMatchObject({ params: { filters: 8 } })
    expect(nodes[dense]).toMatchObject({ params: { units: 10, use_bias: false } })
    expect(meta.name).toBe('Another name')
  }
})

test('a node of another kind under the same id is put back whole, and the name of the project stays', () => {
  const a = person()
  const [image] = drawChain(a) as [string]
  a.edit.renameGraph('Mine')
  const version = versionOf(a) as Restorable & { nodes: Record<string, Node> }
  const before = structuredClone(version)
  before.nodes[image] = layer('Dense', { units: 3 }, 'other') as Node & { type: 'layer' }
  a.edit.restore(before as unknown as Graph)
  expect(a.graph.getState().nodes[image]).toMatchObject({ type: 'layer', params: { units: 3 } })
  expect(a.graph.getState().meta.name).toBe('Mine')
})
