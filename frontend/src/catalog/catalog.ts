// The catalog as the page asks for it: a member by kind and name (aliases too), the palette's groups, a group's colour.

import type { Catalog, Group, Member, Param } from '../contract'

export type Kind = Member['kind']

export interface CatalogIndex {
  readonly kerasVersion: string
  readonly groups: readonly Group[]
  get: (kind: Kind, name: string) => Member | undefined
  /** Offered to a person, in the order of the catalog. */
  members: (kind: Kind) => readonly Member[]
  group: (id: string) => Group | undefined
}

export function indexCatalog(catalog: Catalog): CatalogIndex {
  const byName = new Map<string, Member>()
  const byKind = new Map<Kind, Member[]>()
  for (const member of catalog.members) {
    for (const alias of member.aliases)
      if (!byName.has(key(member.kind, alias))) byName.set(key(member.kind, alias), member)
    if (!member.hidden) put(byKind, member)
  }
  for (const member of catalog.members) byName.set(key(member.kind, member.name), member)
  const groups = new Map(catalog.groups.map((group) => [group.id, group]))
  return {
    kerasVersion: catalog.keras_version,
    groups: catalog.groups,
    get: (kind, name) => byName.get(key(kind, name)),
    members: (kind) => byKind.get(kind) ?? [],
    group: (id) => groups.get(id),
  }
}

function key(kind: Kind, name: string): string {
  return `${kind}/${name}`
}

function put(map: Map<Kind, Member[]>, member: Member): void {
  const found = map.get(member.kind)
  if (found) found.push(member)
  else map.set(member.kind, [member])
}

export function paramOf(member: Member | undefined, name: string): Param | undefined {
  return member?.params.find((param) => param.name === name)
}

/** The value that counts: what was given, else Keras' default. */
export function valueOf(member: Member | undefined, params: Readonly<Record<string, unknown>>, name: string): unknown {
  if (name in params) return params[name]
  return paramOf(member, name)?.default as unknown
}
