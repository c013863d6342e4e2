// What the palette leads to, and how what was typed orders it.

import type { ReactNode } from 'react'
import { fuzzy } from '../../ui/fuzzy'

export interface Place {
  /** Kept among the recent ones; the same for the same thing tomorrow. */
  id: string
  title: string
  /** Behind the title, and searched as well: 'Conv2D', 'done', the sentence of a problem. */
  hint?: string
  /** Heading it stands under. */
  kind: string
  icon?: ReactNode
  /** As an action has them: 'Mod+K'. */
  keys?: string | undefined
  /** Only found, never offered unasked: a step to the left. */
  quiet?: boolean | undefined
  run: () => void
}

export interface Found {
  place: Place
  /** Letters of the title that answered. */
  hits: readonly number[]
}

const MOST = 60
const RECENT = 6

/** Without a query: the recent ones first, then everything as it was given. With one: what answers best; of equals the recent one. */
export function find(places: readonly Place[], query: string, recent: readonly string[]): Found[] {
  const age = (place: Place) => {
    const at = recent.indexOf(place.id)
    return at < 0 ? recent.length : at
  }
  if (!query.trim()) {
    places = places.filter((place) => !place.quiet)
    const again = places.filter((place) => recent.includes(place.id)).toSorted((a, b) => age(a) - age(b))
    const first = again.slice(0, RECENT)
    return [...first, ...places.filter((place) => !first.includes(place))].map((place) => ({ place, hits: [] }))
  }
  return places
    .flatMap((place) => {
      const title = fuzzy(place.title, query)
      const hint = title && title.score >= 45 ? null : fuzzy(place.hint ?? '', query)
      const score = Math.max(title?.score ?? -1, (hint?.score ?? -1) >= 45 ? (hint?.score ?? 0) - 30 : -1)
      return score < 0 ? [] : [{ place, hits: title?.hits ?? [], score: score + (recent.length - age(place)) * 0.5 }]
    })
    .toSorted((a, b) => b.score - a.score)
    .slice(0, MOST)
}
