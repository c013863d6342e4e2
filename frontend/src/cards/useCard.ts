// A layer → what its files tell of it, in the language that is read. Asked for at each opening, since a teacher may have changed it; until
// the answer is there, the last one is shown.

import { useEffect, useState } from 'react'
import type { Card, Problem } from '../contract'
import { problemsOf } from '../server/refusal'
import { useServer } from '../server/ServerContext'
import { locale } from '../words/words'

const kept = new Map<string, Card>()

interface Answer {
  card: Card | null
  problems: readonly Problem[]
}

export function useCard(layer: string | null): Answer {
  const { api } = useServer()
  const language = locale()
  const key = `${language} ${layer}`
  const [given, setGiven] = useState<Answer & { key: string }>({ key: '', card: null, problems: [] })
  useEffect(() => {
    if (layer === null) return
    let current = true
    api.card(language, layer).then(
      (card) => {
        kept.set(key, card)
        if (current) setGiven({ key, card, problems: [] })
      },
      (error: unknown) => current && setGiven({ key, card: null, problems: problemsOf(error) }),
    )
    return () => {
      current = false
    }
  }, [api, key, language, layer])
  return given.key === key ? given : { card: kept.get(key) ?? null, problems: [] }
}

/** Heading → text. */
export function sectionsOf(card: Card | null): Readonly<Record<string, string>> {
  return Object.fromEntries((card?.sections ?? []).map(({ heading, text }) => [heading, text]))
}
