// What the palette lists: the two ends of a graph, and layers as entries like them.

import type { CatalogIndex } from '../../catalog/catalog'
import { misfit, search } from '../../catalog/fits'
import type { Item } from '../../catalog/starts'
import type { Member } from '../../contract'

export interface Entry {
  key: string
  item: Item
  title: string
  icon: string
  group: string
  /** What it does, in a sentence. */
  doc: string
  /** Why it cannot follow what is selected. */
  why: string | null
}

export const ENDS: readonly Entry[] = [
  { key: ':input', item: { type: 'input' }, title: 'Input', icon: 'input', group: 'io', doc: 'Where the data comes in.', why: null },
  {
    key: ':output',
    item: { type: 'output' },
    title: 'Output',
    icon: 'output',
    group: 'io',
    doc: 'What the model should answer: its target, loss and metrics.',
    why: null,
  },
]

export function entryOf(member: Member, why: string | null): Entry {
  const { name, icon, group } = member
  const doc = member.teaching || member.summary
  return { key: name, item: { type: 'layer', layer: name }, title: name, icon, group, doc, why }
}

/** An end whose name begins like the query is what is meant; layers follow, best first. */
export function entriesFor(catalog: CatalogIndex, query: string, rank: number | null): Entry[] {
  const wanted = query.trim().toLowerCase()
  const ends = ENDS.filter((end) => end.title.toLowerCase().startsWith(wanted))
  return [...ends, ...search(catalog.members('layer'), query).map((member) => entryOf(member, misfit(member, rank)))]
}
