// Holds one run's view outside any user interface; folds events at once and tells its listeners at most ten times a second.

import type { StoredEvent } from '../contract'
import { foldAll } from './fold'
import { emptyView, ended, type RunView } from './view'

const UPDATE_MS = 100

export interface RunStore {
  readonly run: string
  /** The view as last announced: the same object until listeners are told. */
  view(): RunView
  take(events: readonly StoredEvent[]): void
  subscribe(listener: () => void): () => void
}

type Later = (callback: () => void, ms: number) => unknown

export function createRunStore(run: string, later: Later = (callback, ms) => setTimeout(callback, ms)): RunStore {
  let folded = emptyView(run)
  let shown = folded
  let waiting = false
  const listeners = new Set<() => void>()

  function show(): void {
    if (shown === folded) return
    shown = folded
    for (const listener of listeners) listener()
  }
  function pause(): void {
    waiting = true
    later(() => {
      waiting = false
      if (shown === folded) return
      show()
      pause()
    }, UPDATE_MS)
  }

  return {
    run,
    view: () => shown,
    take: (events) => {
      folded = foldAll(folded, events)
      if (waiting && !ended(folded)) return
      show()
      if (!waiting) pause()
    },
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
