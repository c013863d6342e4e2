import { describe, expect, test } from 'vitest'
import type { Param } from '../../contract'
import { formatValue, parseValue } from './values'

function param(type: Param['type'], rest: Partial<Param> = {}): Param {
  return {
    name: 'it',
    type,
    nullable: false,
    required: false,
    default: null as unknown as Param['default'],
    choices: [],
    rank: null,
    pairs: false,
    call: false,
    whole: false,
    minimum: null,
    maximum: null,
    common: false,
    doc: '',
    ...rest,
  }
}

const pair = param('int_tuple', { rank: 2, minimum: 1 })
const sides = param('int_tuple', { rank: 2, pairs: true, minimum: 0 })

describe('what a person types', () => {
  test.each<[string, Param, string, unknown]>([
    ['a whole number', param('int'), ' 32 ', 32],
    ['a whole number as others write it', param('int'), '32.0', 32],
    ['a number below zero with a true minus', param('float'), '−0.5', -0.5],
    ['a decimal comma', param('float'), '0,5', 0.5],
    ['a power of ten', param('float'), '1e-3', 0.001],
    ['a range', param('float', { pairs: true }), '-0.1; 0.2', [-0.1, 0.2]],
    ['a range with a comma and a blank', param('float', { pairs: true }), '-0.1, 0.2', [-0.1, 0.2]],
    ['one number where a range may stand', param('float', { pairs: true }), '0.2', 0.2],
    ['one number for a size of two', pair, '3', 3],
    ['a size with a times sign', pair, '3 × 5', [3, 5]],
    ['a size with a letter x', pair, '3x5', [3, 5]],
    ['a size with a comma', pair, '3,3', [3, 3]],
    ['a size as Python writes it', pair, '(3, 3)', [3, 3]],
    ['a tuple of one as Python writes it', param('int_tuple', { rank: 1 }), '(3,)', [3]],
    ['sides that differ', sides, '(0, 1) × (2, 3)', [[0, 1], [2, 3]]],
    ['sides as Python writes them', sides, '((0, 1), (2, 3))', [[0, 1], [2, 3]]],
    ['sides that are equal', sides, '(1, 2)', [1, 2]],
    ['a shape', param('shape'), '8 × 8 × 1', [8, 8, 1]],
    ['a shape of one axis', param('shape'), '64', [64]],
    ['a shape with an open axis', param('shape'), '?, 16', [null, 16]],
    ['a shape to be worked out', param('shape'), '-1', [-1]],
    ['an axis', param('axis'), '-1', -1],
    ['several axes', param('axis'), '1, 2', [1, 2]],
    ['a list of whole numbers', param('int_list'), '2 1', [2, 1]],
    ['a list of numbers', param('float_list'), '0.02, 0.33', [0.02, 0.33]],
    ['a list of words', param('str_list'), 'red, green,blue', ['red', 'green', 'blue']],
    ['words that hold commas', param('str_list'), '["a, b", "c"]', ['a, b', 'c']],
    ['a text', param('str'), 'hann', 'hann'],
    ['JSON', param('any'), '{"rmax": 3}', { rmax: 3 }],
    ['a number in the place of a wire', param('tensor'), '0,5', 0.5],
    ['numbers in the place of a wire', param('tensor'), '0.5, 1', [0.5, 1]],
    ['a table of numbers', param('tensor'), '[[1, 2], [3, 4]]', [[1, 2], [3, 4]]],
    ['places between brackets', param('slice'), 'x[:,0]', ':, 0'],
    ['places from the end', param('slice'), '..., -2:', '..., -2:'],
    ['a fixed learning rate', param('schedule'), '0.01', 0.01],
    ['nothing, where nothing is a value', param('int', { nullable: true }), ' ', null],
    ['nothing, where Keras has a default', param('int'), '', undefined],
  ])('%s is understood', (_, of, text, value) => {
    expect(parseValue(of, text)).toEqual({ value })
  })

  test.each((<[Param, string][]>[
    [param('int'), 'ten'],
    [param('int'), '2.5'],
    [param('int'), '12345678901234567890'],
    [param('int'), '1,000'],
    [param('int', { minimum: 1 }), '0'],
    [param('int', { required: true }), ''],
    [param('float', { minimum: 0, maximum: 1 }), '1.5'],
    [param('float'), 'Infinity'],
    [param('float'), '0x10'],
    [pair, '3 × 3 × 3'],
    [pair, '3 × 0'],
    [pair, '×'],
    [sides, '(1, 2, 3) × (1, 2)'],
    [param('shape'), '8 × a'],
    [param('int_list'), '1.5, 2'],
    [param('any'), 'auto'],
    [param('tensor'), '[[1, 2], [3]]'],
    [param('tensor'), '[1, "two"]'],
    [param('slice'), 'import os'],
    [param('slice'), '1:2:3:4'],
    [param('str_list'), '[1, 2]'],
  ]).map(([of, text]) => ({ type: of.type, of, text })))('$type refuses “$text” and says what it takes', ({ of, text }) => {
    const parsed = parseValue(of, text)
    expect(parsed).toHaveProperty('error')
    expect((parsed as { error: string }).error).toMatch(/takes/)
  })

  test('a number that may be meant in two ways is asked about', () => {
    expect(parseValue(param('float'), '1,500')).toEqual({
      error: 'it takes a number. Received: “1,500”. Did you mean 1500 or 1.500?',
    })
  })

  test('limits stand in the message', () => {
    expect(parseValue(param('float', { minimum: 0, maximum: 1 }), '2')).toEqual({
      error: 'it takes a number from 0 to 1. Received: “2”.',
    })
  })
})

describe('a value', () => {
  test.each((<[Param, unknown, string][]>[
    [pair, 3, '3 × 3'],
    [pair, [3, 5], '3 × 5'],
    [sides, [[0, 1], [2, 3]], '(0, 1) × (2, 3)'],
    [sides, [1, 1], '1 × 1'],
    [param('int_tuple', { rank: 2, name: 'value_range' }), [0, 255], '0, 255'],
    [param('shape'), [null, 8], '? × 8'],
    [param('axis'), [1, 2], '1, 2'],
    [param('float'), 1e-7, '1e-7'],
    [param('float', { pairs: true }), [-0.1, 0.2], '-0.1, 0.2'],
    [param('str_list'), ['a, b'], '["a, b"]'],
    [param('any'), 'auto', '"auto"'],
    [param('int'), null, ''],
  ]).map(([of, value, text]) => ({ type: of.type, of, value, text })))('$type shows $value as “$text”', ({ of, value, text }) => {
    expect(formatValue(of, value)).toBe(text)
  })

  test.each((<[Param, unknown][]>[
    [pair, [3, 5]],
    [sides, [[0, 1], [2, 3]]],
    [param('float'), 1e-7],
    [param('float', { pairs: true }), [-0.1, 0.2]],
    [param('shape'), [null, 8]],
    [param('axis'), [1, 2]],
    [param('float_list'), [0.02, 0.33]],
    [param('str_list'), ['a, b', 'c']],
    [param('any'), { a: [1, null] }],
    [param('tensor'), [[0.5, 1], [2, 3]]],
    [param('tensor'), 2],
    [param('slice'), ':, 0'],
  ]).map(([of, value]) => ({ type: of.type, of, value })))('$type reads what it shows of $value', ({ of, value }) => {
    expect(parseValue(of, formatValue(of, value))).toEqual({ value })
  })
})
