import { describe, expect, test } from 'vitest'

import type { ModelBuilt, RunStarted } from '../contract'
import { progress } from './progress'
import { emptyView, type Epoch, type RunView } from './view'

const started: RunStarted = {
  type: 'run_started',
  at: 0,
  attempt: 1,
  device: 'CPU',
  jail: '',
  words: null,
  epochs: 10,
  batch_size: 32,
  seed: 0,
}
const model: ModelBuilt = {
  type: 'model_built',
  at: 0,
  params: 0,
  trainable_params: 0,
  summary_text: '',
  summary: [],
  dot: '',
  steps_per_epoch: 50,
  steps_per_execution: 1,
  compile_seconds: 0,
}
const row = (epoch: number, at: number): Epoch => ({
  at,
  epoch,
  metrics: {},
  learning_rate: 0.1,
  seconds: 2,
  batches: epoch * 50,
})
const running: RunView = { ...emptyView('r'), state: 'running', started, model }

describe('progress', () => {
  test('is unknown before the model is built', () => {
    expect(progress(emptyView('r'), 0)).toBeNull()
  })

  test('counts the batches of the epoch and the epochs of the run', () => {
    const now = progress({ ...running, epoch: 3, step: 25, epochs: [row(1, 2), row(2, 4)] }, 5)
    expect(now).toMatchObject({ epoch: 3, step: 25, epoch_part: 0.5, run_part: 0.25 })
  })

  test('tells the time left from the newest epochs, and counts down between events', () => {
    const view = { ...running, epoch: 2, step: 50, epochs: [row(1, 2), row(2, 4)] }
    expect(progress(view, 4)?.left).toBe(16)
    expect(progress(view, 5)?.left).toBe(15)
  })

  test('tells it from the samples per second while the first epoch runs', () => {
    const view = { ...running, epoch: 1, step: 10, batches: 10, samples_per_second: 320, at: 3 }
    expect(progress(view, 3)?.left).toBe(49)
  })

  test('has no time left once the run has ended, and is whole only when it succeeded', () => {
    const view = { ...running, epoch: 2, step: 50, epochs: [row(1, 2), row(2, 4)] }
    expect(progress({ ...view, state: 'stopped' }, 9)).toMatchObject({ left: null, run_part: 0.2 })
    expect(progress({ ...view, state: 'succeeded' }, 9)?.run_part).toBe(1)
  })
})
