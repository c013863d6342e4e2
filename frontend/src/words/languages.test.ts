import { describe, expect, test } from 'vitest'
import { lettersOf, type Message, messagesOf, selectorsOf, serverMessagesOf, variablesOf } from './messages'
import { SOURCES } from './sources'
import { usedIn } from './used'
import { type Locale } from './words'

/** True once every language holds everything; until then what is missing is told and not failed. */
const COMPLETE = true

/** A plural has all the forms of its language, and no other. */
const FORMS: Record<Locale, readonly string[]> = { en: ['one', 'other'], zh: ['other'], es: ['one', 'many', 'other'] }
const EVERY_FORM = ['zero', 'one', 'two', 'few', 'many', 'other']

/** Messages that are the same in a language as in English, and may be. */
const KEYS = ['ctrl', 'meta', 'alt', 'escape', 'tab'].map((key) => `actions-key-${key}`)
const SAME: Record<'zh' | 'es', ReadonlySet<string>> = {
  zh: new Set([...KEYS, ...['shift', 'delete', 'home', 'end', 'insert'].map((key) => `actions-key-${key}`)]),
  es: new Set([...KEYS, 'curves-csv', 'format-minutes', 'format-hours', 'inspector-no', 'word-no', 'training-device-raspberry_pi']),
}

const en = messagesOf('en')
const used = usedIn(SOURCES)
const patterns = (message: Message) => [message.value, ...Object.values(message.attributes)]

test('every message that is asked for is there', () => {
  const missing = used.asked.filter(({ id }) => !en.has(id)).map(({ id, at }) => `${at}: ${id}`)
  const empty = used.shapes.filter(({ pattern }) => ![...en.keys()].some((id) => pattern.test(id)))
  expect([...missing, ...empty.map(({ pattern, at }) => `${at}: ${pattern.source}`)]).toEqual([])
})

test.skipIf(!COMPLETE)('every message is asked for somewhere', () => {
  const unused = [...en.keys()].filter(
    (id) => !used.texts.has(id) && ![...used.built, ...used.shapes.map(({ pattern }) => pattern)].some((pattern) => pattern.test(id)),
  )
  expect(unused).toEqual([])
})

describe.each([
  ['the page', messagesOf],
  ['the server', serverMessagesOf],
] as const)('of %s', (_, read) => {
  const english = read('en')

  test('English has the plural forms of English', () => expect(wrongForms('en', english)).toEqual([]))

  describe.each(['zh', 'es'] as const)('%s', (locale) => {
    const here = read(locale)
    const both = [...english.values()].flatMap((one) => (here.has(one.id) ? [[one, here.get(one.id)!] as const] : []))

    test.skipIf(!COMPLETE)('has every message', () => {
      expect([...english.values()].filter(({ id }) => !here.has(id)).map(({ id, file }) => `${file}: ${id}`)).toEqual([])
    })

    test('has no message that English has not', () => {
      expect([...here.values()].filter(({ id }) => !english.has(id)).map(({ id, file }) => `${file}: ${id}`)).toEqual([])
    })

    test('says the same values as English, and has the same parts', () => {
      const shape = ({ value, attributes }: Message) =>
        [['', value] as const, ...Object.entries(attributes).toSorted()].map(([name, part]) => [name, [...variablesOf(part)].toSorted()])
      const differ = both.filter(([one, other]) => JSON.stringify(shape(one)) !== JSON.stringify(shape(other)))
      expect(differ.map(([{ id }]) => id)).toEqual([])
    })

    test('is translated', () => {
      const letters = (message: Message) => patterns(message).map(lettersOf).join(' ')
      const copied = both.filter(
        ([one, other]) => /\p{L}{2,}/u.test(letters(one)) && letters(one) === letters(other) && !SAME[locale].has(one.id),
      )
      expect(copied.map(([{ id }]) => id)).toEqual([])
    })

    test('has its own plural forms', () => expect(wrongForms(locale, here)).toEqual([]))

    test('marks what is bold and what is code as English does', () => {
      const marks = (message: Message) => ['<b>', '`'].map((mark) => patterns(message).some((part) => lettersOf(part).includes(mark)))
      expect(both.filter(([one, other]) => marks(one).join() !== marks(other).join()).map(([{ id }]) => id)).toEqual([])
    })
  })
})

function wrongForms(locale: Locale, messages: ReadonlyMap<string, Message>): string[] {
  return [...messages.values()].flatMap((message) =>
    patterns(message).flatMap((pattern) =>
      selectorsOf(pattern)
        .filter((keys) => keys.some((key) => EVERY_FORM.includes(key)))
        .filter((keys) => {
          const forms = keys.filter((key) => EVERY_FORM.includes(key))
          return forms.toSorted().join() !== FORMS[locale].toSorted().join()
        })
        .map((keys) => `${message.id}: ${keys.join(', ')}`),
    ),
  )
}
