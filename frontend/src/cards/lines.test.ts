import { describe, expect, test } from 'vitest'
import type { Fact } from './facts'
import { held, parted, parts, sizesOf, sumsOf, total } from './lines'

const facts = (given: Record<string, Fact>) => new Map(Object.entries(given))

describe('a section', () => {
  test('is its fenced lines and the text around them', () => {
    expect(parted('before\n```\n a \n\nb\n```\nafter')).toEqual({ lines: ['a', 'b'], text: 'before\nafter' })
  })

  test('whose block is never closed ends with it', () => {
    expect(parted('```\na')).toEqual({ lines: ['a'], text: '' })
  })
})

test.each([
  ['[padding=same] x', 'x'],
  ['[padding=valid] x', null],
  ['[use_bias] x', null],
  ['[not use_bias, padding=same] x', 'x'],
  ['[not padding=valid] x', 'x'],
  ['[missing] x', null],
  ['x [not one]', 'x [not one]'],
])('%s holds: %s', (line, rest) => {
  expect(held(line, facts({ padding: 'same', use_bias: false }))).toBe(rest)
})

test('names become facts, and what is optional is there or not', () => {
  const found = parts('a {units} {bias?+ {b}}{none?x} {who} {open', facts({ units: 3, bias: 1, b: 'two' }))
  const text = found.map((part) => (part.type === 'text' ? part.text : `<${part.name}:${String(part.fact)}>`)).join('')
  expect(text).toBe('a <units:3> + <b:two> <who:undefined> {open')
})

test('sums have labels, and come to something together', () => {
  const lines = sumsOf('```\nquery: {a} × 2\n{a} + 1\nno sum at all\n```', facts({ a: 3 }))
  expect(lines.map(({ label, value }) => [label, value])).toEqual([
    ['query', 6],
    ['', 4],
  ])
  expect(total(lines)).toBe(10)
})

test('sizes are named by what comes out', () => {
  const [line] = sizesOf('```\n{out height} = {height} × 2\nheight = 3\n```', facts({ height: 14 }))
  expect([line?.label, line?.value]).toEqual(['out height', 28])
})
