// A place → what fits there, as far as it is known: at once from what was said before, else by the rule of thumb until the answer comes.

import { useEffect, useState } from 'react'
import { useStore } from 'zustand'
import type { Fits } from '../contract'
import { useDocument } from '../document/hooks'
import { useServer } from '../server/ServerContext'
import { ask, useAnswers } from './answers'
import { keyOf, type Place } from './place'

export interface Known {
  fits: Fits | null
  /** `guessed`: nobody could be asked, or nothing flows there yet. */
  state: 'guessed' | 'asking' | 'known'
}

/** A hand that walks over a graph asks only where it rests. */
const REST_MS = 60
const AGAIN_MS = 2000
const GUESSED: Known = { fits: null, state: 'guessed' }

export function useFits(place: Place | null, rest = REST_MS): Known {
  const { graph, inference, project } = useDocument()
  const { api } = useServer()
  // Drawn again when the answer would be another, not at every edit.
  const drawn = useStore(graph, (now) => place && keyOf(place, now, inference.getState()))
  const inferred = useStore(inference, (now) => place && keyOf(place, graph.getState(), now))
  const key = drawn === inferred ? drawn : place && keyOf(place, graph.getState(), inference.getState())
  const answer = useAnswers(({ byKey }) => (key === null ? undefined : byKey.get(key)))
  const failed = answer?.state === 'failed'
  const open = key !== null && (!answer || failed)
  const where = JSON.stringify(place)
  useEffect(() => {
    if (!open) return
    const timer = setTimeout(
      () => void ask(api, project, JSON.parse(where) as Place, key),
      failed ? AGAIN_MS : rest,
    )
    return () => clearTimeout(timer)
  }, [api, project, where, key, open, failed, rest])
  if (key === null || failed) return GUESSED
  return { fits: answer?.fits ?? null, state: answer?.state === 'known' ? 'known' : 'asking' }
}

/** The order that is shown, while somebody points at it; then the fresh one. */
export function useSteady(fresh: readonly string[], still: boolean): readonly string[] {
  const [shown, setShown] = useState(fresh)
  if (!still && (shown.length !== fresh.length || shown.some((key, at) => key !== fresh[at]))) setShown(fresh)
  return still ? shown : fresh
}
