import { expect, test } from 'vitest'
import type { BackboneNode, InputNode } from '../contract'
import { CATALOG, layer } from '../document/bench'
import { lineOf, wordsOf } from './line'

const line = (name: string, params: Record<string, unknown> = {}) => lineOf(CATALOG, layer(name, params))

test('says of a backbone that it is held still, and of its input that it gives pixels', () => {
  const base: BackboneNode = { type: 'backbone', name: 'base', application: 'ResNet50', params: {}, freeze: null, preprocess: true, block: null }
  expect(lineOf(CATALOG, base)).toBe('ResNet50')
  expect(lineOf(CATALOG, { ...base, freeze: 'all' })).toBe('ResNet50 · frozen')
  const input: InputNode = { type: 'input', name: 'image', columns: null, shape: null, dtype: 'float32', scaling: 'auto', block: null }
  expect(lineOf(CATALOG, input, input, { rank: 4 })).toBe('Input · scaled to 0…1')
  expect(lineOf(CATALOG, input, input, { rank: 4, pixels: true })).toBe('Input · as it is')
})

test('a layer says what it is with the parameters that matter', () => {
  expect(line('Conv2D', { filters: 32, kernel_size: [3, 3], activation: 'relu' })).toBe(
    'Conv2D · 32 filters · 3 × 3 · relu',
  )
  expect(line('Dense', { units: 10, activation: 'softmax' })).toBe('Dense · 10 · softmax')
  expect(line('Flatten')).toBe('Flatten')
})

test('what is not worth a word stays out', () => {
  expect(line('Conv2D', { filters: 1, kernel_size: 3, kernel_initializer: { name: 'HeNormal', params: {} } })).toBe(
    'Conv2D · 1 filter · 3',
  )
})

test('a frozen layer and a shared one say so', () => {
  expect(lineOf(CATALOG, { ...layer('Dense', { units: 4 }), trainable: false })).toBe('Dense · 4 · frozen')
  expect(lineOf(CATALOG, { ...layer('Dense'), shares: 'x' }, layer('Dense', { units: 4 }))).toBe(
    'Dense · 4 · shared weights',
  )
})

test('an output without a loss of its own says the one that fits the target', () => {
  const output = { type: 'output', name: 'label', target: null, loss: null, metrics: null, weight: 1 } as const
  const suggested = {
    loss: { name: 'SparseCategoricalCrossentropy', params: {} },
    metrics: [{ name: 'SparseCategoricalAccuracy', params: {} }],
  }
  expect(lineOf(CATALOG, output, output, { suggested })).toBe('Output · sparse cross-entropy · accuracy')
  expect(lineOf(CATALOG, output)).toBe('Output')
})

test('names of losses and metrics become words', () => {
  expect(wordsOf('MeanSquaredError')).toBe('mean squared error')
  expect(wordsOf('AUC')).toBe('AUC')
})
