import { expect, test } from 'vitest'
import type { EditedSource } from '../contract'
import { placed } from './placed'

test('what the code adds covers nothing in its preview, and what was there stays', () => {
  const layout = { a: { x: 0, y: 0 }, b: { x: 0, y: 84 }, new: { x: 0, y: 52 } }
  const edits = [{ type: 'add_node', id: 'new', node: {}, near: 'a' }, { type: 'set_training', field: 'epochs', value: 3 }]
  const found = placed({ comparison: { after: { layout } }, edits } as unknown as EditedSource).after.layout
  expect(found).toEqual({ a: { x: 0, y: 0 }, b: { x: 0, y: 84 }, new: { x: 260, y: 84 } })
})
