// Projects → those that answer what was typed, in the order that was chosen. Pure.

import type { Project } from '../server/api'
import { fuzzy } from '../ui/fuzzy'
import { locale, tagOf } from '../words/words'

export const ORDERS = ['changed', 'trained', 'name'] as const
export type Order = (typeof ORDERS)[number]

type Listed = Pick<Project, 'name' | 'owner' | 'updated_at' | 'last_run'>

/** Below it, letters stand only somewhere in a name: a list of two hundred would hardly get shorter. */
const GOOD = 40

export function listed<P extends Listed>(projects: readonly P[], query: string, order: Order): P[] {
  const wanted = query.trim()
  const found = projects.filter((project) => !wanted || (fuzzy(project.name, wanted)?.score ?? 0) >= GOOD)
  const names = new Intl.Collator(tagOf(locale()), { numeric: true })
  const by: Record<Order, (a: P, b: P) => number> = {
    changed: (a, b) => b.updated_at - a.updated_at,
    trained: (a, b) => trainedAt(b) - trainedAt(a) || b.updated_at - a.updated_at,
    name: (a, b) => names.compare(a.name, b.name) || b.updated_at - a.updated_at,
  }
  return found.toSorted(by[order])
}

function trainedAt(project: Listed): number {
  return project.last_run?.created_at ?? 0
}
