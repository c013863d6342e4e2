import { expect, test } from 'vitest'
import { mayOf } from '../document/may'
import { allowed } from './bounds'

const offered = (part: Parameters<typeof mayOf>[0], train = false) =>
  (
    [
      'edit.remove',
      'edit.undo',
      'edit.copy',
      'edit.select-all',
      'add.search',
      'add.comment',
      'view.fit',
      'view.tidy',
      'run.train',
      'project.script',
      'project.graph',
      'project.duplicate',
      'share.open',
      'share.follow',
    ] as const
  ).filter((id) => allowed(id, mayOf(part, train)))

const LOOK = ['edit.copy', 'edit.select-all', 'view.fit', 'project.script', 'share.follow']

test('whoever may only look is offered nothing that changes anything', () => {
  expect(offered('view')).toEqual(LOOK)
})

test('each part is offered what the one before it is, and its own', () => {
  expect(offered('comment')).toEqual([...LOOK.slice(0, 2), 'add.comment', ...LOOK.slice(2)])
  const [edits, trains] = [offered('edit'), offered('edit', true)]
  expect(edits).toContain('edit.remove')
  expect(edits).not.toContain('run.train')
  expect(edits).not.toContain('project.duplicate')
  expect(trains.filter((id) => !edits.includes(id))).toEqual(['run.train'])
  expect(offered('owner')).toHaveLength(14)
})
