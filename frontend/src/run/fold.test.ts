import { readdirSync, readFileSync } from 'node:fs'

import { describe, expect, test } from 'vitest'

import type { RunEvent, StoredEvent } from '../contract'
import { foldAll, LOG_LIMIT, replay } from './fold'
import { points } from './series'
import { emptyView, type RunView } from './view'

const FOLDER = `${import.meta.dirname}/../../../tests/runs`

interface Fixture {
  events: StoredEvent[]
  view: unknown
}

const fixtures = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.json'))
  .map((file): [string, Fixture] => [file, JSON.parse(readFileSync(`${FOLDER}/${file}`, 'utf8')) as Fixture])

/** A view as the fixtures write it: each series as its values, gaps as null. */
function plain(view: RunView): unknown {
  const values = (name: string) =>
    Array.from(points(view.series[name]!).mean, (value) => (Number.isNaN(value) ? null : value))
  return { ...view, series: Object.fromEntries(Object.keys(view.series).map((name) => [name, values(name)])) }
}

describe.each(fixtures)('the run in %s', (_file, { events, view }) => {
  const run = events[0]!.run

  test('folds to its view', () => {
    expect(plain(replay(run, events))).toEqual(view)
  })

  test('looks the same to a page that came at any moment and caught up', () => {
    for (let cut = 0; cut <= events.length; cut += 1) {
      const earlier = replay(run, events.slice(0, cut))
      expect(plain(foldAll(earlier, events.slice(cut)))).toEqual(view)
    }
  })

  test('does not change when events come twice', () => {
    expect(plain(foldAll(replay(run, events), events))).toEqual(view)
  })

  test('leaves the earlier view as it was', () => {
    const half = Math.floor(events.length / 2)
    const earlier = replay(run, events.slice(0, half))
    const before = JSON.stringify(plain(earlier))
    foldAll(earlier, events.slice(half))
    expect(JSON.stringify(plain(earlier))).toBe(before)
  })
})

describe('folding', () => {
  const stored = (seq: number, event: RunEvent): StoredEvent => ({ run: 'r', seq, event })

  test('keeps the newest part of a long log', () => {
    const view = foldAll(emptyView('r'), [
      stored(1, { type: 'log_written', at: 1, text: 'a'.repeat(LOG_LIMIT) }),
      stored(2, { type: 'log_written', at: 2, text: 'the end' }),
    ])
    expect(view.log.length).toBe(LOG_LIMIT)
    expect(view.log.endsWith('the end')).toBe(true)
  })

  test("ignores another run's events", () => {
    const view = emptyView('other')
    expect(foldAll(view, [stored(1, { type: 'run_queued', at: 1 })])).toBe(view)
  })
})

test('the second phase is known from where it began, and not before it after a resumption', () => {
  const stored = (seq: number, event: RunEvent): StoredEvent => ({ run: 'r', seq, event })
  const began = { type: 'phase_began', at: 2, phase: 2, epoch: 3, layers: 20, learning_rate: 1e-5, trainable_params: 9 } as const
  const view = foldAll(emptyView('r'), [stored(1, began)])
  expect(view.phase).toEqual(began)
  const resumed = { type: 'run_resumed', at: 3, batch: 0, step: 0 } as const
  expect(foldAll(view, [stored(2, { ...resumed, epoch: 2 })]).phase).toBeNull()
  expect(foldAll(view, [stored(2, { ...resumed, epoch: 3 })]).phase).toEqual(began)
})
