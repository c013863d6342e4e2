import { describe, expect, it } from 'vitest'
import { stage } from './stage'
import { emptyView } from './view'

describe('stage', () => {
  const queued = emptyView('run')
  const running = { ...queued, state: 'running' as const }

  it('names each step before the first batch', () => {
    const data = { type: 'data_prepared' } as NonNullable<typeof queued.data>
    const model = { type: 'model_built' } as NonNullable<typeof queued.model>
    expect(stage(queued)).toBe('Waiting for its turn')
    expect(stage({ ...queued, requeued: [{ reason: 'The worker was restarted', words: null }] })).toBe('The worker was restarted')
    expect(stage(running)).toBe('Preparing the data')
    expect(stage({ ...running, data })).toBe('Building the model')
    expect(stage({ ...running, data, model })).toBe('Compiling the first step')
  })

  it('is silent once there is something to draw, or nothing to wait for', () => {
    expect(stage({ ...running, batches: 1 })).toBeNull()
    expect(stage({ ...queued, state: 'stopped' })).toBeNull()
  })
})
