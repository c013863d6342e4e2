// What was said of a place → how each layer stands there, and in which order they are offered.

import { misfit, likely } from '../catalog/fits'
import type { CatalogIndex } from '../catalog/catalog'
import { memberOf } from '../catalog/member'
import { layerOf } from '../catalog/ports'
import type { Fits, LayerFit, Member, Node, TensorSpec } from '../contract'
import { changeIn, whyNot } from './words'

export interface Standing {
  member: Member
  /** `with`: when something is set. `breaks`: it fits, and what comes after would not take what it gives. */
  fits: 'yes' | 'with' | 'breaks' | 'no'
  /** What has to be set, in a few words. */
  change: string
  /** Why not, in a few words. */
  why: string
  /** The same in a whole sentence or two. */
  because: string
  params: LayerFit['params']
  before: LayerFit['before']
}

/** What a node is called, and which layer it is. */
export interface Drawn {
  name: (node: string) => string
  member: (node: string) => Member | undefined
}

const NOTHING_DRAWN: Drawn = { name: (node) => node, member: () => undefined }

export function drawnIn(nodes: Readonly<Record<string, Node>>, catalog: CatalogIndex): Drawn {
  return {
    name: (id) => nodes[id]?.name ?? id,
    member: (id) => {
      const node = nodes[id] && layerOf(nodes, nodes[id])
      return memberOf(catalog, node)
    },
  }
}

const BARE = { change: '', why: '', because: '', params: {}, before: [] }

/** What the server said; of what it has not said yet, what the number of axes says. */
export function standingOf(
  member: Member,
  fits: Fits | null,
  rank: number | null,
  drawn: Drawn = NOTHING_DRAWN,
): Standing {
  const said = known(fits).get(member.name)
  if (!said) {
    const why = misfit(member, rank) ?? ''
    return { ...BARE, member, fits: why ? 'no' : 'yes', why, because: why && `${member.name} ${why}.` }
  }
  const { problem, breaks, params, before } = said
  if (problem) return { ...BARE, member, fits: 'no', why: whyNot(problem, member), because: problem.message }
  const change = changeIn(said, drawn.name)
  if (breaks) {
    const next = breaks.nodes[0] ?? ''
    const why = whyNot(breaks, drawn.member(next), drawn.name(next))
    return { member, fits: 'breaks', change, why, because: breaks.message, params, before }
  }
  return { ...BARE, member, fits: change ? 'with' : 'yes', change, params, before }
}

const byAnswer = new WeakMap<Fits, ReadonlyMap<string, LayerFit>>()
const NONE: ReadonlyMap<string, LayerFit> = new Map()

function known(fits: Fits | null): ReadonlyMap<string, LayerFit> {
  if (!fits) return NONE
  const made = byAnswer.get(fits) ?? new Map(fits.layers.map((one) => [one.layer, one]))
  byAnswer.set(fits, made)
  return made
}

const PLACES = { yes: 0, with: 1, breaks: 2, no: 3 }

/** What fits first; of those, what usually comes next there, then the most used. */
export function ordered(catalog: CatalogIndex, standings: readonly Standing[], tensor: TensorSpec | null): Standing[] {
  const next = likely(tensor)
  const usual = ({ member }: Standing) => (next.indexOf(member.name) + next.length + 1) % (next.length + 1)
  return standings.toSorted(
    (a, b) =>
      PLACES[a.fits] - PLACES[b.fits] ||
      usual(a) - usual(b) ||
      catalog.fame(a.member) - catalog.fame(b.member) ||
      (a.member.name < b.member.name ? -1 : 1),
  )
}

/** Of what was searched for by name: layers that begin so stand before operations that would fit, the rest as they fit. */
export function searched(standings: readonly Standing[], query: string): Standing[] {
  const begins = query.trim().toLowerCase()
  const meant = ({ member }: Standing) => member.kind === 'layer' && member.name.toLowerCase().startsWith(begins)
  const fitting = fittingFirst(standings)
  return [...fitting.filter(meant), ...fitting.filter((one) => !meant(one))]
}

/** What does not fit goes behind; else as they came. */
export function fittingFirst<T extends { fits: Standing['fits'] }>(offers: readonly T[]): T[] {
  return [...offers.filter((one) => one.fits !== 'no'), ...offers.filter((one) => one.fits === 'no')]
}
