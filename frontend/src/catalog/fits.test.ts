import { expect, test } from 'vitest'
import { CATALOG, member } from '../document/bench'
import { kindOf, likely, match, misfit, search } from './fits'

test('what cannot follow says what it needs', () => {
  expect(misfit(member('Conv2D', { rank: [4] }), 2)).toBe('needs a picture')
  expect(misfit(member('LSTM', { rank: [3] }), 4)).toBe('needs a sequence')
})

test('a layer that takes anything follows anything, and everything follows what is unknown', () => {
  expect(misfit(member('Dense'), 4)).toBeNull()
  expect(misfit(member('Conv2D', { rank: [4] }), null)).toBeNull()
})

test('after a picture pictures usually come next', () => {
  expect(likely({ shape: [null, 8, 8, 1], dtype: 'float32' })[0]).toBe('Conv2D')
  expect(likely({ shape: [null, 20], dtype: 'int32' })[0]).toBe('Embedding')
  expect(likely(null)).toContain('Dense')
})

test('a search finds by beginning, initials, part and alias, best first', () => {
  const members = [
    member('SeparableConv2D'),
    member('Conv2D', { aliases: ['Convolution2D'] }),
    member('MultiHeadAttention'),
  ]
  expect(search(CATALOG, members, 'conv').map((each) => each.name)).toEqual(['Conv2D', 'SeparableConv2D'])
  expect(search(CATALOG, members, 'mha').map((each) => each.name)).toEqual(['MultiHeadAttention'])
  expect(search(CATALOG, members, 'convolution').map((each) => each.name)).toEqual(['Conv2D'])
  expect(search(CATALOG, members, 'zzz')).toEqual([])
  expect(match('Dense', 'dense')).toBe(100)
})

test('an operation comes after the layers that begin as it is called, and before those that only hold its name', () => {
  const members = [
    member('max', { kind: 'op' }),
    member('MaxPooling2D'),
    member('GlobalMaxPooling2D'),
    member('reduce_max', { kind: 'op' }),
  ]
  expect(search(CATALOG, members, 'max').map((each) => each.name)).toEqual([
    'MaxPooling2D',
    'max',
    'GlobalMaxPooling2D',
    'reduce_max',
  ])
})

test('shapes have names a student knows', () => {
  expect([2, 3, 4].map(kindOf)).toEqual(['a list of numbers', 'a sequence', 'a picture'])
})
