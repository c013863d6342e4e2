import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { drawChain, exchange, person, type Person } from './bench'

test('a key held down is one step, a drag after it another', () => {
  const a = person()
  const [image] = drawChain(a)
  const id = image ?? ''
  const start = a.graph.getState().layout[id]!
  for (let x = 4; x <= 40; x += 4) a.edit.moveNodes({ [id]: { x: start.x + x, y: start.y } }, {}, 'keys')
  a.edit.moveNodes({ [id]: { x: 900, y: 0 } })
  a.history.undo()
  expect(a.graph.getState().layout[id]).toEqual({ x: start.x + 40, y: start.y })
  a.history.undo()
  expect(a.graph.getState().layout[id]).toEqual(start)
})

test('keys after an undo are a step of their own', () => {
  const a = person()
  const [image] = drawChain(a)
  const id = image ?? ''
  const start = a.graph.getState().layout[id]!
  a.edit.moveNodes({ [id]: { x: start.x + 8, y: start.y } }, {}, 'keys')
  a.edit.moveNodes({ [id]: { x: start.x + 8, y: start.y + 80 } })
  a.history.undo()
  a.edit.moveNodes({ [id]: { x: start.x + 16, y: start.y } }, {}, 'keys')
  a.history.undo()
  expect(a.graph.getState().layout[id]).toEqual({ x: start.x + 8, y: start.y })
})

/** Contents that the document still holds though nobody can have them back. */
const dead = ({ doc }: Person) =>
  [...doc.store.clients.values()].flat().filter((one) => one instanceof Y.Item && one.deleted && !(one.content instanceof Y.ContentDeleted)).length

test('what was undone and cannot come back is let go of', () => {
  const [a, b] = [person(), person()]
  const conv = drawChain(a)[1] ?? ''
  const drawAndUndo = (times: number) => {
    for (let time = 0; time < times; time++) {
      const [copy = ''] = a.edit.duplicate([conv])
      a.edit.setFields([copy], 'bypassed', true)
      a.history.undo()
      a.history.undo()
    }
  }
  drawAndUndo(2)
  const few = dead(a)
  drawAndUndo(20)
  expect(dead(a)).toBe(few)
  const there = a.graph.getState().nodes
  a.history.redo()
  expect(Object.keys(a.graph.getState().nodes)).toHaveLength(Object.keys(there).length + 1)
  exchange(a, b)
  expect(b.graph.getState().nodes).toEqual(a.graph.getState().nodes)
})
