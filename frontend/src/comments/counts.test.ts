import { expect, test } from 'vitest'
import type { Comment } from '../contract'
import { openByNode, openThreads } from './counts'

const comment = (rest: Partial<Comment>): Comment => ({
  ...{ node: 'a', x: 0, y: 0, parent: null, text: '?', author: 'ann', author_name: 'Ann', created_at: 1, resolved: false },
  ...rest,
})

test('a node counts its open threads: no answer, nothing resolved, nothing that stands elsewhere', () => {
  const comments = {
    one: comment({}),
    two: comment({}),
    answer: comment({ parent: 'one', node: null }),
    done: comment({ resolved: true }),
    there: comment({ node: 'b' }),
    nowhere: comment({ node: null }),
  }
  expect(openByNode(comments)).toEqual({ a: 2, b: 1 })
  expect(openByNode(comments)).toBe(openByNode(comments))
  expect(openThreads(comments)).toBe(4)
})
