import { describe, expect, test } from 'vitest'

import type { StoredEvent } from '../contract'
import { createRunStore } from './store'

const log = (seq: number): StoredEvent => ({ run: 'r', seq, event: { type: 'log_written', at: seq, text: '.' } })

/** Time that passes only when told to. */
function clockwork() {
  let due: (() => void)[] = []
  return {
    later: (callback: () => void) => due.push(callback),
    tick: () => {
      const now = due
      due = []
      for (const callback of now) callback()
    },
  }
}

describe("a run's store", () => {
  test('announces the first event at once and the rest together', () => {
    const time = clockwork()
    const store = createRunStore('r', time.later)
    let told = 0
    store.subscribe(() => (told += 1))
    store.take([log(1)])
    expect(told).toBe(1)
    store.take([log(2)])
    store.take([log(3)])
    expect(told).toBe(1)
    expect(store.view().seq).toBe(1)
    time.tick()
    expect(told).toBe(2)
    expect(store.view().seq).toBe(3)
  })

  test('says at once that the run has ended', () => {
    const store = createRunStore('r', clockwork().later)
    store.take([log(1)])
    store.take([
      { run: 'r', seq: 2, event: { type: 'run_ended', at: 2, state: 'stopped', reason: '', words: null, files: [], seconds: 1 } },
    ])
    expect(store.view().state).toBe('stopped')
  })

  test('gives the same view until there is news', () => {
    const time = clockwork()
    const store = createRunStore('r', time.later)
    store.take([log(1)])
    const view = store.view()
    time.tick()
    expect(store.view()).toBe(view)
  })
})
