import { expect, test } from 'vitest'
import { layer, member, param } from '../document/bench'
import { explain } from './explain'

const conv = member('Conv2D', {
  teaching: 'Slides filters. Over pictures.',
  params: [param('filters'), param('kernel_size')],
})

test('the sum stands there with the real numbers', () => {
  const node = layer('Conv2D', { filters: 32, kernel_size: [3, 3] })
  const said = explain(conv, node, { input: [null, 8, 8, 1], params: 320 })
  expect(said.lead).toBe('32 little detectors slide over the picture.')
  expect(said.sum).toBe('(3·3·1 + 1) · 32 = 320 parameters')
})

test('a sum that is not what Keras counted is not shown', () => {
  const node = layer('Conv2D', { filters: 32, kernel_size: [3, 3] })
  expect(explain(conv, node, { input: [null, 8, 8, 1], params: 321 }).sum).toBeNull()
})

test('recurrent layers count their gates', () => {
  const said = (name: string, params: number) =>
    explain(member(name), layer(name, { units: 4 }), { input: [null, 10, 3], params }).sum
  expect(said('LSTM', 4 * (3 + 4 + 1) * 4)).toBe('4 · (3 + 4 + 1) · 4 = 128 parameters')
  expect(said('GRU', 3 * (3 + 4 + 2) * 4)).toBe('3 · (3 + 4 + 2) · 4 = 108 parameters')
})

test('a layer without a sentence of its own has the catalog’s', () => {
  const said = explain(member('Permute', { teaching: 'Swaps axes; no number changes.' }), layer('Permute'), {
    input: null,
    params: null,
  })
  expect(said).toEqual({ lead: 'Swaps axes;', rest: 'no number changes.', sum: null })
})
