import { describe, expect, test, vi } from 'vitest'

import type { StoredEvent } from '../contract'
import { follow } from './follow'

const event = (seq: number): StoredEvent => ({
  run: 'r1',
  seq,
  event: { type: 'log_written', at: seq, text: `${seq}` },
})
const upTo = (n: number) => Array.from({ length: n }, (_, i) => event(i + 1))

/** A server with these events stored, answering in pages, and a socket that can be cut. */
function server(stored: StoredEvent[], page = 3) {
  const listeners = new Map<string, (payload: never) => void>()
  let connected: () => void = () => undefined
  const told: string[] = []
  return {
    told,
    asked: [] as number[],
    say: (events: StoredEvent[]) => listeners.get('run_events')?.({ run: 'r1', events } as never),
    reconnect: () => connected(),
    api: {
      events: async (_run: string, after: number) => ({
        events: stored.filter((one) => one.seq > after).slice(0, page),
        last: stored.at(-1)?.seq ?? 0,
      }),
    },
    wire: {
      ask: async <T>() => ({ last: stored.at(-1)?.seq ?? 0 }) as T,
      tell: (name: string) => void told.push(name),
      on: <T>(name: string, listener: (payload: T) => void) => {
        listeners.set(name, listener as (payload: never) => void)
        return () => listeners.delete(name)
      },
      onConnect: (listener: () => void) => {
        connected = listener
        listener()
        return () => undefined
      },
    },
  }
}

function watched(from: ReturnType<typeof server>) {
  const seen: number[] = []
  const follower = follow('r1', from, (events) => seen.push(...events.map((one) => one.seq)))
  return { seen, follower }
}

describe('following a run', () => {
  test('reads what is stored, page after page', async () => {
    const { seen } = watched(server(upTo(8)))
    await vi.waitFor(() => expect(seen).toEqual([1, 2, 3, 4, 5, 6, 7, 8]))
  })

  test('drops what it has already seen', async () => {
    const from = server(upTo(3))
    const { seen } = watched(from)
    await vi.waitFor(() => expect(seen.length).toBe(3))
    from.say([event(2), event(3), event(4)])
    expect(seen).toEqual([1, 2, 3, 4])
  })

  test('asks for what is missing when a number was skipped', async () => {
    const stored = upTo(3)
    const from = server(stored)
    const { seen } = watched(from)
    await vi.waitFor(() => expect(seen.length).toBe(3))
    stored.push(event(4), event(5))
    from.say([event(5)])
    await vi.waitFor(() => expect(seen).toEqual([1, 2, 3, 4, 5]))
  })

  test('catches up after the connection was lost', async () => {
    const stored = upTo(2)
    const from = server(stored)
    const { seen } = watched(from)
    await vi.waitFor(() => expect(seen.length).toBe(2))
    stored.push(event(3))
    from.reconnect()
    await vi.waitFor(() => expect(seen).toEqual([1, 2, 3]))
  })

  test('says nothing more after it was stopped', async () => {
    const from = server(upTo(2))
    const { seen, follower } = watched(from)
    await vi.waitFor(() => expect(seen.length).toBe(2))
    follower.stop()
    from.say([event(3)])
    expect(seen).toEqual([1, 2])
    expect(from.told).toEqual(['run_unsubscribe'])
  })
})
