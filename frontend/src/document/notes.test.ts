import { describe, expect, test } from 'vitest'
import { person } from './bench'
import { NOTE } from './notes'
import { useSelection } from './selection'

describe('a note', () => {
  test('is added with defaults, selected, and gone after undo', () => {
    const a = person()
    const id = a.edit.addNote({ x: 10.4, y: 3 })
    expect(a.graph.getState().notes[id]).toEqual({ ...NOTE, x: 10, y: 3 })
    expect(useSelection.getState().notes).toEqual([id])
    a.history.undo()
    expect(a.graph.getState().notes).toEqual({})
  })

  test('is never made smaller than can be taken hold of', () => {
    const a = person()
    const id = a.edit.addNote({})
    a.edit.setNote(id, { width: 3, height: -5 })
    expect(a.graph.getState().notes[id]).toMatchObject({ width: 96, height: 48 })
  })

  test('moves in one step with the nodes, and goes with them', () => {
    const a = person()
    const id = a.edit.addNote({})
    const node = a.edit.addNode({ type: 'output', name: 'label', target: null, loss: null, metrics: null, weight: 1 })
    const before = a.graph.getState()
    a.edit.moveNodes({ [node]: { x: 40, y: 8 } }, { [id]: { x: 4, y: 60 } })
    expect(a.graph.getState().notes[id]).toMatchObject({ x: 4, y: 60 })
    a.history.undo()
    expect(a.graph.getState()).toEqual(before)
    a.edit.remove([node], [], true, [id])
    expect(a.graph.getState().notes).toEqual({})
    a.history.undo()
    expect(a.graph.getState()).toEqual(before)
  })
})
