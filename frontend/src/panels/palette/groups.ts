// The palette's groups with what each shows before it is opened: what people reach for most, then the catalog's order.

import type { CatalogIndex } from '../../catalog/catalog'
import type { Group, Member } from '../../contract'

export const SHOWN = 3

export interface PaletteGroup {
  group: Group
  members: readonly Member[]
}

export interface PaletteSection {
  section: string
  members: readonly Member[]
}

/** The operations, part by part in the order of the catalog; of each what is explained first, as that is what people know. */
export function sectionsOf(catalog: CatalogIndex): PaletteSection[] {
  const bySection = new Map<string, Member[]>(SECTIONS.map((section) => [section, []]))
  for (const member of catalog.members('op')) bySection.get(member.section)?.push(member)
  const known = (member: Member) => Number(!member.teaching)
  return [...bySection].map(([section, members]) => ({
    section,
    members: members.toSorted((a, b) => known(a) - known(b)),
  }))
}

/** As catalog/data/ops.toml has them. */
export const SECTIONS = ['arithmetic', 'compare', 'reduce', 'shape', 'pick', 'matrix', 'neural', 'picture', 'signal']

/** Groups that have something to offer; `io` is drawn by hand. */
export function paletteGroups(catalog: CatalogIndex): PaletteGroup[] {
  const byGroup = new Map<string, Member[]>()
  for (const member of catalog.members('layer')) {
    const found = byGroup.get(member.group)
    if (found) found.push(member)
    else byGroup.set(member.group, [member])
  }
  return catalog.groups.flatMap((group) => {
    const members = byGroup.get(group.id)
    if (!members || group.id === 'io') return []
    return [{ group, members: members.toSorted((a, b) => catalog.fame(a) - catalog.fame(b)) }]
  })
}
