import { expect, test } from 'vitest'
import { placeOf } from './draft'

test('a problem of code names its line, and its column where it has one', () => {
  expect(placeOf('line 12')).toEqual({ line: 12, column: 1 })
  expect(placeOf('line 3, column 15')).toEqual({ line: 3, column: 15 })
  expect(placeOf('params.units')).toBeNull()
})
