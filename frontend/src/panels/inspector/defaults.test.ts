import { describe, expect, test } from 'vitest'
import type { CatalogIndex } from '../../catalog/catalog'
import { indexCatalog } from '../../catalog/catalog'
import type { Catalog, Member, Param } from '../../contract'
import { carried, specOf, withValue, written } from './defaults'

const param = (type: Param['type'], value: unknown, rest: Partial<Param> = {}): Param =>
  ({ name: 'it', type, default: value, required: false, nullable: false, rank: null, pairs: false, choices: [], minimum: null, ...rest }) as Param

const member = (kind: Member['kind'], name: string, aliases: string[], params: Param[] = []): Member =>
  ({ kind, name, aliases, params, hidden: false, example: null }) as unknown as Member

const CATALOG: CatalogIndex = indexCatalog({
  keras_version: '3.15.1',
  popular: [],
  groups: [],
  members: [
    member('initializer', 'Zeros', ['zeros', 'zero']),
    member('initializer', 'RandomNormal', ['random_normal'], [{ ...param('float', 0.05), name: 'stddev' }]),
    member('activation', 'silu', ['swish']),
  ],
} as Catalog)

describe("Keras' default", () => {
  test.each<[string, Param, unknown]>([
    ['the value itself', param('int', 1), 1],
    ['nothing', param('int', null, { nullable: true }), null],
    ['one number for a tuple of equal ones', param('int_tuple', [1, 1], { rank: 2 }), 1],
    ['a tuple of equal ones for one number', param('int_tuple', 2, { rank: 2 }), [2, 2]],
    ['pairs of equal sides', param('int_tuple', [1, 1], { rank: 2, pairs: true }), [[1, 1], [1, 1]]],
    ['an alias', param('activation', 'silu'), 'swish'],
    ['a spec without parameters for its name', param('initializer', 'zeros'), { name: 'Zeros', params: {} }],
  ])('is not written down: %s', (_, of, value) => {
    expect(written(CATALOG, of, value)).toBeUndefined()
  })

  test('is written where Keras has none', () => {
    expect(written(CATALOG, param('int', null, { required: true }), null)).toBeNull()
  })

  test('gives way to whatever differs', () => {
    const spec = { name: 'RandomNormal', params: { stddev: 0.1 } }
    expect(written(CATALOG, param('initializer', 'random_normal'), spec)).toEqual(spec)
    expect(written(CATALOG, param('int_tuple', [1, 1], { rank: 2 }), [1, 2])).toEqual([1, 2])
    expect(written(CATALOG, param('int', 3, { nullable: true }), null)).toBeNull()
  })
})

test('a name and a spec are the same thing', () => {
  expect(specOf(CATALOG, 'initializer', 'zero')).toEqual({ name: 'Zeros', params: {} })
  expect(specOf(CATALOG, 'initializer', 5)).toBeNull()
})

test('a parameter taken away is no longer there', () => {
  expect(withValue({ a: 1, b: 2 }, 'a', undefined)).toEqual({ b: 2 })
})

test('another member keeps the parameters it knows', () => {
  const other = CATALOG.get('initializer', 'RandomNormal')
  expect(carried({ stddev: 0.2, gain: 3 }, other)).toEqual({ stddev: 0.2 })
})
