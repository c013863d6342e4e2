// The page's address: `#/` is the start page, `#/projects/<id>` a project, `#/projects/<id>/runs/<run>` a run of it.

import { useSyncExternalStore } from 'react'

export interface Route {
  project: string | null
  run: string | null
}

export function parseRoute(hash: string): Route {
  const match = /^#\/projects\/([^/]+)(?:\/runs\/([^/]+))?\/?$/.exec(hash)
  return {
    project: match?.[1] ? decodeURIComponent(match[1]) : null,
    run: match?.[2] ? decodeURIComponent(match[2]) : null,
  }
}

export function addressOf({ project, run }: Partial<Route>): string {
  if (!project) return '#/'
  const base = `#/projects/${encodeURIComponent(project)}`
  return run ? `${base}/runs/${encodeURIComponent(run)}` : base
}

export function navigate(to: Partial<Route>): void {
  location.hash = addressOf(to)
}

const subscribe = (listener: () => void) => {
  addEventListener('hashchange', listener)
  return () => removeEventListener('hashchange', listener)
}

export function useRoute(): Route {
  return parseRoute(useSyncExternalStore(subscribe, () => location.hash))
}
