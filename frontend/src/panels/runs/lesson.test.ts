import { expect, test } from 'vitest'
import { lessonOf } from './lesson'

const LEARNED = { type: 'layer_learned', at: 1, node: 'n', name: 'scale', layer: 'Normalization', size: null, shown: ['2', '20'], done: 1, of: 1, seconds: 0.5 } as const

test('a scale is told with its means and variances', () => {
  expect(lessonOf({ ...LEARNED, shown: [...LEARNED.shown], spread: ['1', '100'] })).toMatch(/means: 2, 20; variances: 1, 100$/)
})

test('an event of before variances were told still says its means', () => {
  expect(lessonOf({ ...LEARNED, shown: [...LEARNED.shown] })).toMatch(/means: 2, 20; variances: –$/)
})
