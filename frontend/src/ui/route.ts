// The page's address: `#/` is the start page, `#/projects/<id>` a project, `#/projects/<id>/runs/<run>` a run of it,
// `#/projects/<id>/compare/<two graphs>` two graphs laid over each other, `#/graph/<packed>` a graph that is in the address itself,
// `#/join/<secret>` a link into somebody's project.

import { useSyncExternalStore } from 'react'

export interface Route {
  project: string | null
  run: string | null
  /** Which two; `compare/refs` reads it. */
  compare: string | null
  /** A whole graph; `picture/link` reads it. */
  graph: string | null
  /** The secret of a link into a project. It stands behind `#`, which no browser sends. */
  join: string | null
}

const PLACES: readonly [keyof Route, string][] = [
  ['run', 'runs'],
  ['compare', 'compare'],
]

export function parseRoute(hash: string): Route {
  const match = /^#\/projects\/([^/]+)(?:\/(runs|compare)\/([^/]+))?\/?$/.exec(hash)
  const part = (at: number) => (match?.[at] ? plain(match[at]) : null)
  return {
    project: part(1),
    run: match?.[2] === 'runs' ? part(3) : null,
    compare: match?.[2] === 'compare' ? part(3) : null,
    graph: /^#\/graph\/(.+)$/.exec(hash)?.[1] ?? null,
    join: /^#\/join\/([^/]+)\/?$/.exec(hash)?.[1] ?? null,
  }
}

function plain(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part // a stray %: no id holds it, so it leads nowhere
  }
}

export function addressOf(to: Partial<Route>): string {
  if (to.graph) return `#/graph/${to.graph}`
  if (to.join) return `#/join/${to.join}`
  if (!to.project) return '#/'
  const base = `#/projects/${encodeURIComponent(to.project)}`
  const [place, word] = PLACES.find(([place]) => to[place]) ?? []
  return place ? `${base}/${word}/${encodeURIComponent(to[place] ?? '')}` : base
}

export function navigate(to: Partial<Route>): void {
  location.hash = addressOf(to)
}

let moved = false
globalThis.addEventListener?.('hashchange', () => (moved = true))

/** False while the address is still the one that the page came with. */
export function hasMoved(): boolean {
  return moved
}

const subscribe = (listener: () => void) => {
  addEventListener('hashchange', listener)
  return () => removeEventListener('hashchange', listener)
}

export function useRoute(): Route {
  return parseRoute(useSyncExternalStore(subscribe, () => location.hash))
}
