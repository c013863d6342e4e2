import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import type { Phrase, Problem } from '../contract'
import { serverFilesOf } from './messages'
import { reasonOf, said, sentence, spoken } from './said'
import { bundleOf, speak } from './words'

type Recorded = Pick<Problem, 'code' | 'title' | 'message' | 'words'> & { fixes: { title: string; words: Phrase | null }[] }

const recorded = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../../tests/graphs/problems.json'), 'utf8'),
) as Record<string, Recorded[]>
const english = bundleOf('en', serverFilesOf('en').map(({ text }) => text).join('\n'))

describe('the page says in English what the server said', () => {
  test.each(Object.entries(recorded))('of the broken graph %s', (_, problems) => {
    for (const { title, message, words, fixes } of problems) {
      expect(sentence(english, words!, 'title')).toBe(title)
      expect(sentence(english, words!)).toBe(message)
      for (const fix of fixes) expect(sentence(english, fix.words!)).toBe(fix.title)
    }
  })

  test.each([
    [2890, '2,890 axes'],
    [99_999_999, '99,999,999 axes'],
    [123_456_789, '1.23×10⁸ axes'],
    [1e300, '1×10³⁰⁰ axes'],
    [0.125, '0.125 axes'],
  ])('with numbers such as %d', (n, text) => expect(sentence(english, { id: 'kind-axes', values: { n } })).toBe(text))

  test('with things in a row', () => {
    const values = { front: { items: ['a', { id: 'list-more', values: { n: 3 } }], last: 'or' as const }, last: 'b' }
    expect(sentence(english, { id: 'list-and', values })).toBe('a or 3 more and b')
  })
})

describe('a problem is read', () => {
  afterEach(() => speak('en'))
  const problem = {
    code: 'no_data',
    title: 'English title',
    message: 'English message',
    words: { id: 'problem-no_data', values: {} },
    fixes: [],
  } as unknown as Problem

  test('in English as the server wrote it', () => {
    expect(spoken(problem)).toMatchObject({ title: 'English title', message: 'English message' })
  })

  test('in the language that is spoken when it is looked at', async () => {
    const read = spoken(problem)
    await speak('es')
    expect(said({ id: 'no-such-message', values: {} }, 'English')).toBe('English')
    expect(read.code).toBe('no_data')
    expect(spoken({ ...problem, words: null }).title).toBe('English title')
  })
})

describe('why a run ended is said', () => {
  afterEach(() => speak('en'))
  const words: Phrase = {
    id: 'as-it-is',
    values: {
      text: {
        items: [
          { id: 'reason-stopped-in', values: { epoch: 2, epochs: 9 } },
          { id: 'problem-no_data.title', values: {} },
        ],
        last: 'space' as const,
      },
    },
  }
  const reason = 'Stopped by you in epoch 2 of 9. There is no data to train on yet.'

  test('in English as the event says it', () => {
    expect(reasonOf({ words, reason })).toBe(reason)
    expect(sentence(english, words)).toBe(reason)
  })

  test.each([
    ['es', 'La detuviste en la época 2 de 9. Aún no hay datos con los que entrenar.'],
    ['zh', '你在第 2 轮（共 9 轮）停止了它。还没有可供训练的数据。'],
  ] as const)('in %s sentence by sentence', async (locale, text) => {
    await speak(locale)
    expect(reasonOf({ words, reason })).toBe(text)
    expect(reasonOf({ words: null, reason })).toBe(reason)
  })
})
