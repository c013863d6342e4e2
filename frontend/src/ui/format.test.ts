import { expect, test } from 'vitest'
import { bytes, clock, count, plural, shapeText, shortCount } from './format'
import { addressOf, parseRoute } from './route'

test('numbers read as people write them', () => {
  expect(count(24586)).toBe('24,586')
  expect([99_999, 138_357_544, 2_800_000_000].map(shortCount)).toEqual(['99,999', '138M', '2.8B'])
  expect([0, 999, 12_840, 999_600, 2_100_000].map(bytes)).toEqual(['0 B', '999 B', '12.8 kB', '1 MB', '2.1 MB'])
})

test('a shape leaves out the batch', () => {
  expect(shapeText([null, 8, 8, 1])).toBe('8 × 8 × 1')
  expect(shapeText([null, null, 64])).toBe('? × 64')
  expect(shapeText([null])).toBe('one number')
})

test('times and counts', () => {
  expect([14, 74.2, 3723].map(clock)).toEqual(['0:14', '1:14', '1:02:03'])
  expect([plural(1, 'problem'), plural(2, 'problem')]).toEqual(['1 problem', '2 problems'])
})

test('an address says the project and its run, and reads back', () => {
  const nowhere = { project: null, run: null, compare: null, graph: null, join: null }
  for (const route of [
    nowhere,
    { ...nowhere, project: 'a b', run: 'r1' },
    { ...nowhere, project: 'a', compare: 'run:x/1..live' },
    { ...nowhere, graph: 'eJx-_A' },
  ])
    expect(parseRoute(addressOf(route))).toEqual(route)
  expect(parseRoute('#/elsewhere')).toEqual(nowhere)
  expect(parseRoute('#/projects/%zz').project).toBe('%zz')
})
