import { expect, test } from 'vitest'
import { createStore } from 'zustand/vanilla'
import type { Joined } from '../contract'
import { drawChain, exchange, person, type Person } from './bench'
import { commentsOf, threadsOf } from './comments'
import { mayOf } from './may'
import type { SyncState } from './sync'

function speaker(id: string, part: Joined['part'], who: Person = person()) {
  const you = { id, name: id.toUpperCase(), role: 'guest' }
  const sync = createStore(() => ({ you, may: mayOf(part, false) }) as SyncState)
  return { ...who, comment: commentsOf(who.doc, who.roots, sync), threads: () => threadsOf(who.graph.getState().comments) }
}
const HERE = { node: null, at: { x: 10.4, y: 20 } }

test('a comment stands where it was put, in the name of who wrote it', () => {
  const ann = speaker('ann', 'comment')
  const id = ann.comment.add('  Why 16?  ', { node: 'n1', at: { x: 10.4, y: 20 } })
  expect(ann.threads()[0]).toMatchObject({
    id,
    comment: { text: 'Why 16?', author: 'ann', author_name: 'ANN', node: 'n1', x: 10, y: 20, resolved: false },
  })
})

test('answers stand below their comment, oldest first, and go with it', () => {
  const ann = speaker('ann', 'owner')
  const id = ann.comment.add('Why?', HERE) ?? ''
  ann.comment.answer(id, 'Because.')
  ann.comment.answer(id, 'I see.')
  expect(ann.threads().map(({ answers }) => answers.map((each) => each.comment.text))).toEqual([['Because.', 'I see.']])
  ann.comment.remove(id)
  expect(ann.threads()).toEqual([])
  expect(ann.graph.getState().comments).toEqual({})
})

test('nobody changes what another wrote; its owner may resolve it or take it away', () => {
  const ann = speaker('ann', 'comment')
  const id = ann.comment.add('Why?', HERE) ?? ''
  for (const bob of [speaker('bob', 'edit'), speaker('bob', 'comment'), speaker('bob', 'view')]) {
    exchange(ann, bob)
    bob.comment.rewrite(id, 'Mine')
    bob.comment.resolve(id, true)
    bob.comment.remove(id)
    expect(bob.threads()).toEqual(ann.threads())
  }
  const me = speaker('me', 'owner')
  exchange(ann, me)
  me.comment.rewrite(id, 'Mine')
  expect(me.threads()[0]?.comment.text).toBe('Why?')
  me.comment.resolve(id, true)
  expect(me.threads()[0]?.comment.resolved).toBe(true)
})

test('who only looks says nothing, and nobody says nothing', () => {
  expect(speaker('eve', 'view').comment.add('Hello', HERE)).toBeNull()
  expect(speaker('ann', 'comment').comment.add('   ', HERE)).toBeNull()
})

test('an undo takes back a stroke and never a word', () => {
  const ann = speaker('ann', 'edit')
  drawChain(ann)
  ann.comment.add('Good.', HERE)
  for (let at = 0; at < 10; at += 1) ann.history.undo()
  expect(Object.keys(ann.graph.getState().nodes)).toEqual([])
  expect(ann.threads()).toHaveLength(1)
})
