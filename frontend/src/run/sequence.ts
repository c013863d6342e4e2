// Numbered events as they arrive → those to fold now. Drops what was seen, and says when something is missing.

import type { StoredEvent } from '../contract'

export interface Arrived {
  readonly events: readonly StoredEvent[]
  /** True when an event before the first one held back is missing: ask for everything after the last folded one. */
  readonly gap: boolean
}

export function inOrder(last: number, arrived: readonly StoredEvent[]): Arrived {
  const events: StoredEvent[] = []
  let next = last + 1
  for (const stored of [...arrived].sort((a, b) => a.seq - b.seq)) {
    if (stored.seq < next) continue
    if (stored.seq > next) return { events, gap: true }
    events.push(stored)
    next += 1
  }
  return { events, gap: false }
}
