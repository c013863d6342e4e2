// While a wire is in the hand: where it comes from, for every node whether it may end there and why not, and what it would end on now.

import { create } from 'zustand'
import type { CatalogIndex } from '../catalog/catalog'
import { misfit } from '../catalog/fits'
import { memberOf } from '../catalog/member'
import { layerOf } from '../catalog/ports'
import type { Fits } from '../contract'
import type { GraphSnapshot } from '../document/graph'
import type { InferenceView } from '../document/inference'
import { arrival, departure, type Illegal } from '../document/legality'
import { rankAt } from '../document/tensors'
import { drawnIn } from '../fits/standing'
import { whyNot } from '../fits/words'
import { t } from '../words/words'

export interface Joint {
  node: string
  port: string
  side: 'source' | 'target'
}

/** `yes`: may be wired. `shape`: may, but the shape would be wrong. `no`: may not. */
export type Verdict = 'yes' | 'shape' | 'no'

/** What lies under the wire's loose end. */
export type Over =
  { type: 'port'; node: string; port: string } | { type: 'refused'; reason: string } | { type: 'canvas' } | null

interface WiringState {
  from: Joint | null
  /** The wire that was taken hold of by one end; it goes when that end finds another place. */
  pulled: string | null
  verdicts: Readonly<Record<string, Verdict>>
  /** In a word or two, for nodes that the wire does not suit. */
  reasons: Readonly<Record<string, string>>
  over: Over
  /** The wire under the pointer, and the one that would take in what is being dropped. */
  hovered: string | null
  opened: string | null
}

const IDLE = { from: null, pulled: null, verdicts: {}, reasons: {}, over: null }

export const useWiring = create<WiringState>(() => ({ ...IDLE, hovered: null, opened: null }))

export function beginWiring(catalog: CatalogIndex, graph: GraphSnapshot, inference: InferenceView, from: Joint): void {
  const { pulled } = useWiring.getState()
  const verdicts: Record<string, Verdict> = {}
  const reasons: Record<string, string> = {}
  for (const id of Object.keys(graph.nodes)) {
    if (id === from.node) continue
    const [verdict, reason] = verdictOn(catalog, graph, inference, from, id, pulled)
    verdicts[id] = verdict
    if (reason) reasons[id] = reason
  }
  useWiring.setState({ from, verdicts, reasons, over: null })
}

/** What Keras says of the nodes that the wire in the hand may reach, where it is still in the hand. */
export function refineWiring(catalog: CatalogIndex, graph: GraphSnapshot, from: Joint, { targets }: Fits): void {
  const now = useWiring.getState()
  if (now.from !== from) return
  const verdicts = { ...now.verdicts }
  const reasons = { ...now.reasons }
  const drawn = drawnIn(graph.nodes, catalog)
  for (const id of Object.keys(verdicts)) {
    const end = endAt(catalog, graph, from, id, now.pulled)
    const said = 'code' in end ? undefined : targets.find((one) => one.node === id && one.port === end.port)
    if (!said || verdicts[id] === 'no') continue
    verdicts[id] = said.problem ? 'shape' : 'yes'
    if (said.problem) reasons[id] = whyNot(said.problem, drawn.member(id))
    else delete reasons[id]
  }
  useWiring.setState({ verdicts, reasons })
}

export function endWiring(): void {
  useWiring.setState(IDLE)
}

function verdictOn(
  catalog: CatalogIndex,
  graph: GraphSnapshot,
  inference: InferenceView,
  from: Joint,
  id: string,
  pulled: string | null,
): [Verdict, string?] {
  const end = endAt(catalog, graph, from, id, pulled)
  if ('code' in end) return ['no', t(`canvas-refused-${end.code}`)]
  const [source, port, target] = from.side === 'source' ? [from.node, from.port, id] : [id, end.port, from.node]
  const node = graph.nodes[target]
  const member = node && memberOf(catalog, layerOf(graph.nodes, node))
  const wrong = member && misfit(member, rankAt(inference, source, port))
  return wrong ? ['shape', wrong] : ['yes']
}

/** The port of a node where the wire in the hand would end, or why there is none. */
export function endAt(
  catalog: CatalogIndex,
  graph: GraphSnapshot,
  from: Joint,
  node: string,
  pulled: string | null,
): { port: string } | Illegal {
  const reach = from.side === 'source' ? arrival : departure
  return reach(catalog, graph, from, node, pulled)
}
