// A question to the server, by its key → the newest answer. Asked once the key has rested; a late answer to an old key is dropped.

import { useEffect, useEffectEvent, useState } from 'react'
import type { Problem } from '../contract'
import { problemsOf } from '../server/refusal'

export interface Answer<T> {
  /** The last one given, also while the next is on its way. */
  readonly value: T | null
  readonly problems: readonly Problem[]
  readonly asking: boolean
}

/** Null asks nothing. An edit is often the first of several, so `restMs` lets them pass. */
export function useAnswer<T>(key: string | null, ask: () => Promise<T>, restMs = 0): Answer<T> {
  const [given, setGiven] = useState<{ key: string | null; value: T | null; problems: readonly Problem[] }>({
    key: null,
    value: null,
    problems: [],
  })
  const askNow = useEffectEvent(ask)
  useEffect(() => {
    if (key === null) return
    let current = true
    const timer = setTimeout(() => {
      askNow().then(
        (value) => current && setGiven({ key, value, problems: [] }),
        (error: unknown) => current && setGiven((before) => ({ ...before, key, problems: problemsOf(error) })),
      )
    }, restMs)
    return () => {
      current = false
      clearTimeout(timer)
    }
  }, [key, restMs])
  return { value: given.value, problems: given.problems, asking: key !== null && given.key !== key }
}
