import { expect, test } from 'vitest'
import { param } from '../../document/bench'
import { valuesIn, valuesText } from './each'

const filters = param('filters', { required: true, minimum: 1 })
const size = param('kernel_size', { type: 'int_tuple', rank: 2, required: true })

test('one value for each time, in the words of the parameter', () => {
  expect(valuesIn(filters, '32, 64 ,128', 3)).toEqual({ value: [32, 64, 128] })
  expect(valuesIn(size, '3 × 3, (5, 5)', 2)).toEqual({ value: [[3, 3], [5, 5]] })
})

test('fewer or more are refused with both numbers', () => {
  expect(valuesIn(filters, '32, 64', 3)).toEqual({ error: expect.stringMatching(/3.*2/) as unknown })
  expect(valuesIn(filters, '', 3)).toHaveProperty('error')
})

test('a value that the parameter does not take is refused as in its own field', () => {
  expect(valuesIn(filters, '32, many, 128', 3)).toEqual({ error: expect.stringContaining('many') as unknown })
})

test('what is shown reads back as it was', () => {
  for (const [about, values] of [[filters, [8, 16]], [size, [[3, 3], [5, 5]]]] as const)
    expect(valuesIn(about, valuesText(about, values), 2)).toEqual({ value: values })
})
