// The catalog as it is sent → whole members: what is as usual is left out on the way, and documentation waits until it is read.

import {
  USUAL_EXAMPLE,
  USUAL_MEMBER,
  USUAL_PARAM,
  USUAL_PORT,
  type Catalog,
  type Example,
  type Member,
  type Param,
  type Port,
} from '../contract'

type Parts = 'params' | 'inputs' | 'outputs' | 'example'
export type SlimMember = Partial<Omit<Member, Parts>> & { [part in Parts]?: unknown }

export interface SlimCatalog extends Pick<Catalog, 'keras_version' | 'popular' | 'groups'> {
  members: readonly SlimMember[]
}

export function wholeCatalog({ members, ...rest }: SlimCatalog): Catalog {
  return { ...rest, members: wholeMembers(members) }
}

export function wholeMembers(members: readonly SlimMember[]): Member[] {
  return members.map(wholeMember)
}

function wholeMember({ params, inputs, outputs, example, ...member }: SlimMember): Member {
  return {
    ...USUAL_MEMBER,
    ...member,
    params: whole<Param>(params, USUAL_PARAM),
    inputs: whole<Port>(inputs, USUAL_PORT),
    outputs: whole<Port>(outputs, USUAL_PORT),
    example: example ? ({ ...USUAL_EXAMPLE, ...example } as Example) : null,
  } as Member
}

function whole<T>(slim: unknown, usual: object): T[] {
  return ((slim ?? []) as object[]).map((one) => ({ ...usual, ...one }) as T)
}
