import { describe, expect, test } from 'vitest'
import { highlight } from './highlight'

const kinds = (source: string) => highlight(source).map((span) => [span.kind, span.text])

describe('highlighting', () => {
  test('loses no character', () => {
    const source = 'import keras\n\n# "not" a string\nx = keras.layers.Dense(10, activation="relu")(x)  # 数\n"""open'
    expect(
      highlight(source)
        .map((span) => span.text)
        .join(''),
    ).toBe(source)
  })

  test('tells comments, strings, numbers, keywords and calls apart', () => {
    expect(kinds('return f(1e-3, "a#b")  # c')).toEqual([
      ['keyword', 'return'],
      ['plain', ' '],
      ['name', 'f'],
      ['plain', '('],
      ['number', '1e-3'],
      ['plain', ', '],
      ['string', '"a#b"'],
      ['plain', ')  '],
      ['comment', '# c'],
    ])
  })

  test('keeps a string of several lines together', () => {
    expect(kinds("'''a\nb'''")).toEqual([['string', "'''a\nb'''"]])
  })
})
