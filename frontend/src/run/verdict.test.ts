import { describe, expect, test } from 'vitest'

import { bestEpoch, gap } from './verdict'
import { emptyView, type RunView } from './view'

const trained = (...pairs: [number, number][]): RunView => ({
  ...emptyView('r'),
  epochs: pairs.map(([loss, val_loss], i) => ({
    at: i,
    epoch: i + 1,
    metrics: { loss, val_loss },
    learning_rate: 0.1,
    seconds: 1,
    batches: i,
  })),
})
const after = (...pairs: [number, number][]) => gap(trained(...pairs))

test('the best epoch is the one with the lowest validation loss', () => {
  expect(bestEpoch(emptyView('r'))).toBeNull()
  expect(bestEpoch(trained([0.5, 0.6], [0.4, 0.3], [0.3, 0.7]))).toEqual({ epoch: 2, name: 'val_loss', value: 0.3 })
})

describe('the gap between training and validation', () => {
  test('is unknown without validation', () => expect(gap(emptyView('r'))).toBeNull())
  test('is small when both fall together', () => expect(after([1, 1.1], [0.5, 0.55])?.gap).toBe('small'))
  test('grows when training falls and validation rises', () =>
    expect(after([0.5, 0.6], [0.4, 0.62], [0.3, 0.7], [0.2, 0.8])?.gap).toBe('growing'))
  test('is large when validation stays far behind', () => expect(after([0.1, 0.9])?.gap).toBe('large'))
})
