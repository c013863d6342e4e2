import { expect, test } from 'vitest'
import { fuzzy } from './fuzzy'

const best = (query: string, ...texts: string[]) =>
  texts
    .map((text) => ({ text, score: fuzzy(text, query)?.score ?? -1 }))
    .filter(({ score }) => score >= 0)
    .toSorted((a, b) => b.score - a.score)
    .map(({ text }) => text)

test('a beginning counts more than a word’s beginning, that more than a part, that more than letters in order', () => {
  expect(best('conv', 'Deconvolve', 'Add Conv2D', 'Conv2D', 'Cut off no vine')).toEqual([
    'Conv2D',
    'Add Conv2D',
    'Deconvolve',
    'Cut off no vine',
  ])
})

test('initials find a name, and it is said which letters did', () => {
  expect(fuzzy('MultiHeadAttention', 'mha')?.hits).toEqual([0, 5, 9])
  expect(fuzzy('Go to the next problem', 'gnp')).not.toBeNull()
})

test('letters strewn over a text are no answer', () => {
  expect(fuzzy('Show the lab bench', 'oeb')).toBeNull()
  expect(fuzzy('Flatten', 'x')).toBeNull()
})

test('accents and case do not matter, nor spaces in the query', () => {
  expect(fuzzy('Añadir una entrada', 'anadir una')).not.toBeNull()
  expect(fuzzy('max pooling', 'maxp')).not.toBeNull()
  expect(fuzzy('打开设置', '设置')?.hits).toEqual([2, 3])
})
