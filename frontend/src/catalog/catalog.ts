// The catalog as the page asks for it: a member by kind and name (aliases too), the palette's groups, a group's colour.

import type { Catalog, Code, Group, Member, Param } from '../contract'
import { said } from './datasets'

export type Kind = Member['kind']

export interface CatalogIndex {
  readonly kerasVersion: string
  readonly groups: readonly Group[]
  /** How well known a layer is: 0 for the best known, then upwards; all that are not named are equal. Only an order. */
  fame: (member: Member) => number
  get: (kind: Kind, name: string) => Member | undefined
  /** Offered to a person, in the order of the catalog. */
  members: (kind: Kind) => readonly Member[]
  group: (id: string) => Group | undefined
  /** Whose parameter this is: where its documentation is asked for. */
  owner: (param: Param) => Member | undefined
  /** Members that came later: whoever holds this catalog finds them from now on. */
  add: (members: readonly Member[]) => void
  /** What the open project holds of its own code, by id. */
  own: (id: string | null | undefined) => Code | undefined
  /** From now on the project holds these. */
  keep: (code: Readonly<Record<string, Code>>) => void
}

export function indexCatalog(catalog: Catalog): CatalogIndex {
  const byName = new Map<string, Member>()
  const byKind = new Map<Kind, Member[]>()
  const owners = new WeakMap<Param, Member>()
  const add = (more: readonly Member[]) => {
    const members = more.map(spokenMember)
    for (const member of members) {
      for (const alias of member.aliases)
        if (!byName.has(key(member.kind, alias))) byName.set(key(member.kind, alias), member)
      if (!member.hidden) put(byKind, member)
    }
    for (const member of members) byName.set(key(member.kind, member.name), member)
    for (const member of members) for (const param of member.params) owners.set(param, member)
  }
  add(catalog.members)
  const fame = new Map(catalog.popular.map((name, at) => [name, at]))
  const all = catalog.groups.map(spokenGroup)
  let own: Readonly<Record<string, Code>> = {}
  const groups = new Map(all.map((group) => [group.id, group]))
  return {
    kerasVersion: catalog.keras_version,
    groups: all,
    fame: (member) => fame.get(member.name) ?? fame.size,
    get: (kind, name) => byName.get(key(kind, name)),
    members: (kind) => byKind.get(kind) ?? [],
    group: (id) => groups.get(id),
    owner: (param) => owners.get(param),
    add,
    own: (id) => (id ? own[id] : undefined),
    keep: (code) => {
      own = code
    },
  }
}

/** Its sentence in the language that is spoken when it is read; where there is none, the catalog's own. */
function spokenMember(member: Member): Member {
  const { kind, name, teaching } = member
  if ((kind !== 'layer' && kind !== 'op') || !teaching) return member
  return {
    ...member,
    get teaching() {
      return said(`${kind}-${name.replaceAll('.', '-')}`, teaching)
    },
  }
}

function spokenGroup(group: Group): Group {
  const { id, title } = group
  return {
    ...group,
    get title() {
      return said(`group-${id}`, title)
    },
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

/** What a member does, for a student; Keras' own first sentence where nobody wrote one. */
export function sentenceOf(member: Member | undefined): string {
  return member?.teaching || member?.summary || ''
}
