// What the palette lists: the two ends of a graph, and layers and operations as they stand at the place where they would go.

import type { CatalogIndex } from '../../catalog/catalog'
import { sentenceOf } from '../../catalog/catalog'
import { search } from '../../catalog/fits'
import { itemOf, type Item } from '../../catalog/starts'
import type { Member, TensorSpec } from '../../contract'
import { fittingFirst, ordered, searched, type Standing } from '../../fits/standing'
import { t } from '../../words/words'

export interface Entry {
  key: string
  item: Item
  title: string
  icon: string
  group: string
  /** What it does, in a sentence. */
  doc: string
  fits: Standing['fits']
  change: string
  why: string
  because: string
}

type StandingOf = (member: Member) => Standing

export function ends(): Entry[] {
  const known = { group: 'io', fits: 'yes', change: '', why: '', because: '' } as const
  return [
    { ...known, key: ':input', item: { type: 'input' }, title: t('canvas-input'), icon: 'input', doc: t('palette-input-doc') },
    { ...known, key: ':output', item: { type: 'output' }, title: t('canvas-output'), icon: 'output', doc: t('palette-output-doc') },
  ]
}

/** A model of keras.applications. */
export function backboneEntry({ name, summary }: Member): Entry {
  const known = { group: 'block', icon: 'block', fits: 'yes', change: '', why: '', because: '' } as const
  return { ...known, key: `:backbone-${name}`, item: { type: 'backbone', application: name }, title: name, doc: summary }
}

export function entryOf({ member, params, before, fits, change, why, because }: Standing): Entry {
  const { name, icon, group } = member
  const item = itemOf(member, { params, before })
  return { key: name, item, title: name, icon, group, doc: sentenceOf(member), fits, change, why, because }
}

/** An end whose name begins like the query is what is meant; layers follow, what fits first, best first. */
export function entriesFor(catalog: CatalogIndex, query: string, standing: StandingOf): Entry[] {
  const wanted = query.trim().toLowerCase()
  const meant = ends().filter((end) => end.title.toLowerCase().startsWith(wanted))
  const all = [...catalog.members('layer'), ...catalog.members('op')]
  const found = searched(search(catalog, all, query).map(standing), query).map(entryOf)
  const models = search(catalog, catalog.members('application'), query).map(backboneEntry)
  return [...meant, ...found, ...models]
}

const BEST = 6
const CHANGED = 2

/** A short list of what fits, what would with a change, and one that does not, so that it is seen why. */
export function bestOf(catalog: CatalogIndex, standing: StandingOf, tensor: TensorSpec | null): string[] {
  const all = ordered(catalog, catalog.members('layer').map(standing), tensor)
  const names = (fits: Standing['fits'], most: number) =>
    all.flatMap((one) => (one.fits === fits ? [one.member.name] : [])).slice(0, most)
  return [...names('yes', BEST), ...names('with', CHANGED), ...names('no', 1)]
}

/** Of a group, what fits first; else as the group has them. */
export function namesIn(members: readonly Member[], standing: StandingOf): string[] {
  return fittingFirst(members.map(standing)).map(({ member }) => member.name)
}
