// What the server would judge an output by, for a target of the data; each asked once in the life of the page.

import { useEffect, useState } from 'react'
import type { Suggestion } from '../contract'
import { useGraph } from '../document/hooks'
import { useServer } from '../server/ServerContext'

const asked = new Map<string, Promise<Suggestion | null>>()

/** `undefined` asks nothing; null is the data's own target. */
export function useSuggestion(target: string | null | undefined): Suggestion | null {
  const { api } = useServer()
  const data = useGraph((graph) => graph.training.data)
  const [given, setGiven] = useState<Suggestion | null>(null)
  useEffect(() => {
    let gone = false
    if (!data || target === undefined) return setGiven(null)
    const key = JSON.stringify([data, target])
    const answer = asked.get(key) ?? api.suggest(data, target).catch(() => null)
    asked.set(key, answer)
    void answer.then((suggestion) => {
      if (!suggestion) asked.delete(key)
      if (!gone) setGiven(suggestion)
    })
    return () => {
      gone = true
    }
  }, [api, data, target])
  return given
}
