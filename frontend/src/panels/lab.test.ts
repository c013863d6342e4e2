import { describe, expect, test, vi } from 'vitest'

import type { Run } from '../contract'
import { unreachable } from '../server/refusal'
import { createLab, isPausing } from './lab'

const run = (number: number, rest: Partial<Run> = {}): Run => ({
  id: `r${number}`,
  project: 'p',
  number,
  state: 'running',
  created_at: number,
  started_at: null,
  ended_at: null,
  reason: '',
  words: null,
  graph_hash: '',
  stop_requested: false,
  pause_requested: false,
  metrics: {},
  files: [],
  place: null,
  parent: null,
  goes_on: null,
  ...rest,
})

function bench(runs: Run[] = []) {
  const keys: string[] = []
  let say: (news: unknown) => void = () => undefined
  const api = {
    runs: async () => runs,
    run: async (id: string) => runs.find((one) => one.id === id) ?? run(9),
    startRun: vi.fn(async (_project: string, key: string, _goesOn?: string) => {
      keys.push(key)
      return { run: run(runs.length + 1) }
    }),
    stopRun: async (id: string) => ({ run: { ...run(1), id, stop_requested: true } }),
    pauseRun: async (id: string) => ({ run: { ...run(1), id, pause_requested: true } }),
    resumeRun: vi.fn(async (id: string): Promise<{ run: Run }> => ({ run: { ...run(1), id, state: 'queued' } })),
    events: async () => ({ events: [], last: 0 }),
  }
  const wire = {
    ask: async <T>() => ({ last: 0 }) as T,
    tell: () => undefined,
    on: <T>(name: string, listener: (payload: T) => void) => {
      if (name === 'project_runs') say = listener as (news: unknown) => void
      return () => undefined
    },
    onConnect: () => () => undefined,
  }
  let made = 0
  const lab = createLab('p', { api, wire }, () => `key-${(made += 1)}`)
  lab.open()
  return { lab, api, keys, say: (news: Run) => say({ project: 'p', run: news }) }
}

describe('the lab', () => {
  test('shows the run that is going on', async () => {
    const { lab } = bench([run(2, { state: 'queued' }), run(1)])
    await vi.waitFor(() => expect(lab.state().watched?.run).toBe('r1'))
  })

  test('makes one run of a double press', async () => {
    const { lab, api } = bench()
    await Promise.all([lab.start(), lab.start()])
    expect(api.startRun).toHaveBeenCalledTimes(1)
    expect(lab.state().watched?.run).toBe('r1')
  })

  test('asks with the same key again when no answer came, and with a new one after an answer', async () => {
    const { lab, api, keys } = bench()
    api.startRun.mockImplementationOnce(async (_project, key) => {
      keys.push(key)
      throw unreachable('cut')
    })
    await lab.start()
    expect(lab.state().problems[0]?.code).toBe('server_unreachable')
    await lab.start()
    await lab.start()
    expect(keys).toEqual(['key-1', 'key-1', 'key-2'])
  })

  test('follows a run that somebody else started, unless an older one was chosen', async () => {
    const { lab, say } = bench([run(2), run(1)])
    await vi.waitFor(() => expect(lab.state().loaded).toBe(true))
    say(run(3))
    expect(lab.state().watched?.run).toBe('r3')
    lab.watch('r1')
    say(run(4))
    expect(lab.state().watched?.run).toBe('r1')
    expect(lab.state().runs.map((one) => one.number)).toEqual([4, 3, 2, 1])
  })

  test('shows that a stop was asked until the run has ended', async () => {
    const { lab, say } = bench([run(1)])
    await vi.waitFor(() => expect(lab.state().loaded).toBe(true))
    await lab.stop('r1')
    expect(lab.state().stopping).toEqual(['r1'])
    say(run(1, { state: 'stopped' }))
    expect(lab.state().stopping).toEqual([])
  })

  test('trains an earlier run further, and asks for another run when the wish changes', async () => {
    const { lab, api, keys } = bench([run(1, { state: 'succeeded', goes_on: 4 })])
    await vi.waitFor(() => expect(lab.state().loaded).toBe(true))
    api.startRun.mockRejectedValueOnce(unreachable('gone'))
    await lab.start('r1')
    await lab.start('r1')
    expect(api.startRun.mock.calls.map(([, , from]) => from)).toEqual(['r1', 'r1'])
    expect(new Set(api.startRun.mock.calls.map(([, key]) => key)).size).toBe(1)
    api.startRun.mockRejectedValueOnce(unreachable('gone'))
    await lab.start('r1')
    await lab.start()
    expect(api.startRun.mock.calls.at(-1)?.[1]).not.toBe(api.startRun.mock.calls.at(-2)?.[1])
    expect(keys).toHaveLength(2)
  })

  test('pauses a run and lets it go on', async () => {
    const { lab, api } = bench([run(1)])
    await vi.waitFor(() => expect(lab.state().loaded).toBe(true))
    await lab.pause('r1')
    expect(lab.state().runs.map(isPausing)).toEqual([true])
    await lab.resume('r1')
    expect(lab.state().runs[0]?.state).toBe('queued')
    api.resumeRun.mockRejectedValueOnce(unreachable('gone'))
    await lab.resume('r1')
    expect(lab.state().problems).toHaveLength(1)
  })
})
