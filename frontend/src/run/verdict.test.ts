import { describe, expect, test } from 'vitest'

import { gap } from './verdict'
import { emptyView } from './view'

const after = (...pairs: [number, number][]) =>
  gap({
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

describe('the gap between training and validation', () => {
  test('is unknown without validation', () => expect(gap(emptyView('r'))).toBeNull())
  test('is small when both fall together', () => expect(after([1, 1.1], [0.5, 0.55])?.word).toBe('small'))
  test('grows when training falls and validation rises', () =>
    expect(after([0.5, 0.6], [0.4, 0.62], [0.3, 0.7], [0.2, 0.8])?.word).toBe('growing'))
  test('is large when validation stays far behind', () => expect(after([0.1, 0.9])?.word).toBe('large'))
})
