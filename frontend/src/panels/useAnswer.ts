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

const AGAIN_MS = 2000

/** Null asks nothing. What only a worker can answer is asked again until one is there. An edit is often the first of several, so `restMs` lets them pass. */
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
    const ask = () =>
      askNow().then(
        (value) => current && setGiven({ key, value, problems: [] }),
        (error: unknown) => {
          if (!current) return
          const problems = problemsOf(error)
          setGiven((before) => ({ ...before, key, problems }))
          if (problems.some(({ code }) => code === 'worker_starting')) timer = setTimeout(ask, AGAIN_MS)
        },
      )
    let timer = setTimeout(ask, restMs)
    return () => {
      current = false
      clearTimeout(timer)
    }
  }, [key, restMs])
  return { value: given.value, problems: given.problems, asking: key !== null && given.key !== key }
}
