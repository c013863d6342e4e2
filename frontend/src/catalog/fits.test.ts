import { expect, test } from 'vitest'
import { CATALOG, member } from '../document/bench'
import { kindOf, match, misfit, offersAfter, search } from './fits'

test('what cannot follow says what it needs', () => {
  expect(misfit(member('Conv2D', { rank: [4] }), 2)).toBe('needs a picture')
  expect(misfit(member('LSTM', { rank: [3] }), 4)).toBe('needs a sequence')
})

test('a layer that takes anything follows anything, and everything follows what is unknown', () => {
  expect(misfit(member('Dense'), 4)).toBeNull()
  expect(misfit(member('Conv2D', { rank: [4] }), null)).toBeNull()
})

test('after a picture pictures are offered, and one thing that does not fit with its reason', () => {
  const offers = offersAfter(CATALOG, 4)
  expect(offers[0]?.member.name).toBe('Conv2D')
  expect(offers.at(-1)).toMatchObject({ member: { name: 'LSTM' }, why: 'needs a sequence' })
})

test('a search finds by beginning, initials, part and alias, best first', () => {
  const members = [
    member('SeparableConv2D'),
    member('Conv2D', { aliases: ['Convolution2D'] }),
    member('MultiHeadAttention'),
  ]
  expect(search(members, 'conv').map((each) => each.name)).toEqual(['Conv2D', 'SeparableConv2D'])
  expect(search(members, 'mha').map((each) => each.name)).toEqual(['MultiHeadAttention'])
  expect(search(members, 'convolution').map((each) => each.name)).toEqual(['Conv2D'])
  expect(search(members, 'zzz')).toEqual([])
  expect(match('Dense', 'dense')).toBe(100)
})

test('shapes have names a student knows', () => {
  expect([2, 3, 4].map(kindOf)).toEqual(['a list of numbers', 'a sequence', 'a picture'])
})
