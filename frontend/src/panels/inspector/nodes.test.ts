import { describe, expect, test } from 'vitest'
import type { Column, DataSpec, InputNode, LayerNode, Node, OutputNode, Param } from '../../contract'
import { offeredColumns, takenBy } from './columns'
import { learningOf, ownersOf } from './ManySettings'
import { parseName } from './NameField'
import { problemsAt } from './Problems'
import { parseShape } from './ShapeField'
import { independent } from './SharedNote'
import { stepped } from './steps'
import { learnable } from './Target'

const layer = (name: string, rest: Partial<LayerNode> = {}): LayerNode => ({
  type: 'layer',
  name,
  layer: 'Dense',
  params: { units: 3 },
  trainable: true,
  shares: null,
  bypassed: false,
  ...rest,
})
const input = (columns: string[] | null): InputNode => ({
  type: 'input',
  name: 'in',
  columns,
  shape: null,
  dtype: 'float32',
  scaling: 'auto',
})
const output = (target: string | null): OutputNode => ({ type: 'output', name: 'answer', target, loss: null, metrics: null, weight: 1 })

const column = (name: string, kind: Column['kind'], categories: string[] = []): Column =>
  ({ name, kind, categories, shape: null }) as Column

const TABLE = {
  form: 'table',
  target: 'species',
  targets: [],
  columns: [
    column('length', 'number'),
    column('colour', 'category', ['red', 'green', 'blue']),
    column('note', 'text'),
    column('year', 'constant'),
    column('species', 'category', ['a', 'b']),
  ],
} as unknown as DataSpec

describe('a name', () => {
  const nodes = { a: layer('dense'), b: layer('other') }

  test('is trimmed and composed', () => {
    expect(parseName('  cafe\u0301 ', 'a', nodes)).toEqual({ value: 'café' })
    expect(parseName('dense', 'a', nodes)).toEqual({ value: 'dense' })
  })

  test.each(['', '   ', 'a/b', 'a\\b', '...', 'x'.repeat(101), 'other', 'a\u0007b'])('%j is refused in words', (name) => {
    expect(parseName(name, 'a', nodes)).toHaveProperty('error')
  })
})

describe('columns of a table', () => {
  test('say why they cannot flow in', () => {
    const why = offeredColumns({ o: output(null) }, TABLE).map((one) => [one.column.name, one.why, one.width])
    expect(why).toEqual([
      ['length', null, 1],
      ['colour', null, 3],
      ['note', 'holds texts', 1],
      ['year', 'always the same', 1],
      ['species', 'learned by answer', 2],
    ])
  })

  test('are all that nobody learns or asks for by name', () => {
    const nodes: Record<string, Node> = { i: input(null), other: input(['length']), o: output(null) }
    expect(takenBy(nodes, 'i', input(null), TABLE)).toEqual(['colour'])
    expect(takenBy(nodes, 'other', input(['length']), TABLE)).toEqual(['length'])
  })

  test('leave the target out before there is an Output', () => {
    expect(takenBy({ i: input(null) }, 'i', input(null), TABLE)).toEqual(['length', 'colour'])
  })

  test('can be learned when they are numbers or have two classes', () => {
    expect(learnable(TABLE).map((each) => each.name)).toEqual(['length', 'colour', 'species'])
  })
})

describe('an own shape', () => {
  test('has sizes of 1 and more', () => {
    expect(parseShape('8 × ? × 1')).toEqual({ value: [8, null, 1] })
    expect(parseShape('')).toEqual({ value: null })
  })

  test.each(['0', '-1', '1,1,1,1,1,1,1', 'eight'])('%s is refused in words', (text) => {
    expect(parseShape(text)).toHaveProperty('error')
  })
})

describe('several nodes', () => {
  const nodes: Record<string, Node> = {
    a: layer('a'),
    b: layer('b', { shares: 'a' }),
    c: layer('c', { trainable: false }),
    o: output(null),
  }

  test('count a shared layer once, at its owner', () => {
    expect(ownersOf(nodes, ['a', 'b', 'c', 'o'])).toEqual(['a', 'c'])
    expect(ownersOf(nodes, ['b'])).toEqual(['a'])
  })

  test('learn, do not, or differ', () => {
    expect(learningOf(nodes, ['a'])).toBe(true)
    expect(learningOf(nodes, ['c'])).toBe(false)
    expect(learningOf(nodes, ['a', 'c'])).toBeNull()
  })
})

test('an independent layer lets go before it takes the copy', () => {
  const edits = independent('b', layer('a', { trainable: false }))
  expect(edits.map((edit) => edit.type === 'set_field' && edit.field)).toEqual(['shares', 'layer', 'params', 'trainable'])
})

test('a problem stands at its own field, or at one that holds it', () => {
  const problems = [{ place: 'kernel_regularizer.l2' }, { place: 'units' }] as unknown as Parameters<typeof problemsAt>[0]
  expect(problemsAt(problems, 'kernel_regularizer')).toEqual([])
  expect(problemsAt(problems, 'kernel_regularizer', true)).toHaveLength(1)
  expect(problemsAt(problems, 'units')).toHaveLength(1)
  expect(problemsAt(problems, 'unit', true)).toEqual([])
})

describe('a step', () => {
  const of = (type: Param['type'], minimum: number | null, maximum: number | null, value: unknown = null) =>
    ({ type, minimum, maximum, default: value }) as Param

  test.each<[string, Param, number | null, number, number]>([
    ['of a whole number', of('int', 1, null), 32, 1, 33],
    ['stays within the limits', of('int', 1, null), 1, -1, 1],
    ['of a share', of('float', 0, 1), 0.3, 1, 0.35],
    ['of a share stays a share', of('float', 0, 1), 0.98, 1, 1],
    ['of a small number', of('float', 0, null), 0.001, 1, 0.002],
    ['from nothing is the default', of('float', null, null, 2), null, 1, 2],
    ['from nothing without a default is the least', of('int', 1, null), null, 1, 1],
  ])('%s', (_, param, from, by, to) => {
    expect(stepped(param, from, by)).toBe(to)
  })
})
