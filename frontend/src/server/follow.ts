// A run's id → its events, each once and in order, for as long as somebody follows.
//
// Reads the stored events in pages, then listens; drops what it has, and asks again where a number is missing.

import type { StoredEvent } from '../contract'
import { inOrder } from '../run/sequence'
import type { Api } from './api'
import type { Wire } from './wire'

export interface Follower {
  stop(): void
}

export function follow(
  run: string,
  from: { api: Pick<Api, 'events'>; wire: Pick<Wire, 'ask' | 'tell' | 'on' | 'onConnect'> },
  onEvents: (events: readonly StoredEvent[]) => void,
  onError: (error: unknown) => void = () => undefined,
): Follower {
  let last = 0
  let stopped = false
  let reading: Promise<void> | null = null

  function take(events: readonly StoredEvent[]): boolean {
    const arrived = inOrder(
      last,
      events.filter((stored) => stored.run === run),
    )
    const newest = arrived.events.at(-1)
    if (newest && !stopped) {
      last = newest.seq
      onEvents(arrived.events)
    }
    return arrived.gap
  }

  /** Everything stored after the last event taken; one reader at a time. */
  function catchUp(): Promise<void> {
    reading ??= (async () => {
      for (;;) {
        const before = last
        const page = await from.api.events(run, last)
        take(page.events)
        if (stopped || last === before || last >= page.last) return
      }
    })().finally(() => (reading = null))
    return reading
  }

  async function subscribe(): Promise<void> {
    await catchUp()
    if (stopped) return
    const { last: newest } = await from.wire.ask<{ last: number }>('run_subscribe', { run, after: last })
    if (newest > last) await catchUp()
  }

  const offEvents = from.wire.on<{ run: string; events: StoredEvent[] }>('run_events', (batch) => {
    if (batch.run === run && take(batch.events)) catchUp().catch(onError)
  })
  const offConnect = from.wire.onConnect(() => void subscribe().catch(onError))
  catchUp().catch(onError)

  return {
    stop: () => {
      if (stopped) return
      stopped = true
      offEvents()
      offConnect()
      from.wire.tell('run_unsubscribe', { run })
    },
  }
}
