// The palette's groups with what each shows before it is opened: what people reach for most, then the catalog's order.

import type { CatalogIndex } from '../../catalog/catalog'
import { popularity } from '../../catalog/fits'
import type { Group, Member } from '../../contract'

export const SHOWN = 3

export interface PaletteGroup {
  group: Group
  members: readonly Member[]
}

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
    return [{ group, members: members.toSorted((a, b) => popularity(b) - popularity(a)) }]
  })
}
