// Edits of nodes. Each changes the document inside the caller's transaction; none knows the catalog or the canvas.

import { generateKeyBetween } from 'fractional-indexing'
import type { Edge, Node, Position } from '../contract'
import { byOrder, type Link } from './links'
import { freeWord, freshId } from '../catalog/names'
import { mapOf, readEdge, rowOf, type Roots, type Row } from './roots'

/** Names are told apart within a block: in the code, a block is a function of its own. */
function namesIn(roots: Roots, block: string | null): Set<string> {
  const names = new Set<string>()
  for (const [, row] of roots.nodes) if ((row.get('block') ?? null) === block) names.add(String(row.get('name')))
  return names
}

/** Returns its id. Its name is made unique. */
export function addNode(roots: Roots, node: Node, position: Position, id = freshId()): string {
  const name = freeWord(node.name, namesIn(roots, node.block ?? null))
  roots.nodes.set(id, rowOf({ ...node, name }))
  roots.layout.set(id, position)
  return id
}

/** A whole inside that another program made takes a node's place: under that node's id, with its wires. `block` and its ports are `part`'s. */
export function putInPlace(roots: Roots, id: string, part: Part, ports: { input: string; output: string }): void {
  const row = roots.nodes.get(id)
  const block = part.nodes[part.block]
  if (!row || !block) return
  const home = (row.get('block') ?? null) as string | null
  const others = namesIn(roots, home)
  others.delete(String(row.get('name')))
  roots.nodes.set(id, rowOf({ ...block, name: freeWord(block.name, others), block: home }))
  for (const [at, [inner, node]] of Object.entries(part.nodes).entries()) {
    if (inner === part.block) continue
    roots.nodes.set(inner, rowOf({ ...node, block: node.block === part.block ? id : node.block }))
    roots.layout.set(inner, part.layout[inner] ?? { x: 0, y: at * ROW })
  }
  for (const [wire, edge] of Object.entries(part.edges)) roots.edges.set(wire, rowOf(edge))
  for (const { id: wire, source, target } of edgesWhere(roots, (edge) => edge.source === id || edge.target === id)) {
    if (source === id) roots.edges.get(wire)?.set('source_port', ports.output)
    if (target === id) roots.edges.get(wire)?.set('target_port', ports.input)
  }
}

/** What could not be arranged stands in one column. */
const ROW = 120

export interface Part {
  readonly block: string
  readonly nodes: Readonly<Record<string, Node>>
  readonly edges: Readonly<Record<string, Edge>>
  readonly layout: Readonly<Record<string, Position>>
}

/** Into another block, under a name that is free there. */
export function moveInto(roots: Roots, id: string, block: string | null): void {
  const row = roots.nodes.get(id)
  if (!row) return
  const name = String(row.get('name'))
  const free = freeWord(name, namesIn(roots, block))
  if (free !== name) row.set('name', free)
  row.set('block', block)
}

/** One write for all that moved: a drag is one step. */
export function moveNodes(roots: Roots, positions: Readonly<Record<string, Position>>): void {
  for (const [id, { x, y }] of Object.entries(positions)) {
    if (roots.nodes.has(id)) roots.layout.set(id, { x: Math.round(x), y: Math.round(y) })
  }
}

/** The row whose layer and parameters count: the owner's, where a layer is shared. */
function ownerOf(roots: Roots, id: string): Row | undefined {
  const row = roots.nodes.get(id)
  const shares = row?.get('shares')
  return (typeof shares === 'string' && roots.nodes.get(shares)) || row
}

/** `undefined` takes the parameter away, so that Keras' default holds; null is a value. */
export function setParam(roots: Roots, id: string, param: string, value: unknown): void {
  const params = ownerOf(roots, id)?.get('params') as Row | undefined
  if (!params) return
  if (value === undefined) params.delete(param)
  else params.set(param, value)
}

const OWNED = new Set(['layer', 'trainable'])

export function setField(roots: Roots, id: string, field: string, value: unknown): void {
  const row = OWNED.has(field) ? ownerOf(roots, id) : roots.nodes.get(id)
  if (!row) return
  row.set(field, field === 'params' ? mapOf(value as object) : value)
}

/** Swaps a layer for another of the same name and wires; parameters of the same name stay. */
export function setLayer(roots: Roots, id: string, layer: string, known: ReadonlySet<string>): void {
  const row = ownerOf(roots, id)
  const params = row?.get('params') as Row | undefined
  row?.set('layer', layer)
  for (const [, other] of roots.nodes) if (roots.nodes.get(String(other.get('shares'))) === row) other.set('layer', layer)
  for (const param of params ? [...params.keys()] : []) if (!known.has(param)) params?.delete(param)
}

/** Returns the wire's id. A port that takes one wire loses the one it had. */
export function connect(roots: Roots, wire: Omit<Edge, 'order'>, many: boolean, id = freshId()): string {
  const there = edgesWhere(roots, (edge) => edge.target === wire.target && edge.target_port === wire.target_port)
  if (!many) for (const old of there) roots.edges.delete(old.id)
  const last = many ? there.toSorted(byOrder).at(-1)?.order : undefined
  roots.edges.set(id, rowOf({ ...wire, order: keyAfter(last) }))
  return id
}

/** Moves one end of a wire. Where it still arrives at the same port it keeps its place among the others. */
export function reconnect(roots: Roots, id: string, wire: Omit<Edge, 'order'>, many: boolean): string {
  const row = roots.edges.get(id)
  const old = row && readEdge(row)
  if (row && old?.target === wire.target && old.target_port === wire.target_port) {
    row.set('source', wire.source)
    row.set('source_port', wire.source_port)
    return id
  }
  roots.edges.delete(id)
  return connect(roots, wire, many)
}

/** Both ends of a wire elsewhere; it keeps its place among others. */
export function redirect(roots: Roots, id: string, wire: Omit<Edge, 'order'>): void {
  for (const [end, value] of Object.entries(wire)) roots.edges.get(id)?.set(end, value)
}

function keyAfter(last: string | undefined): string {
  try {
    return generateKeyBetween(last ?? null, null)
  } catch {
    return `${last}V` // a key that another program wrote: text still sorts after its own beginning
  }
}

export function disconnect(roots: Roots, ids: readonly string[]): void {
  for (const id of ids) roots.edges.delete(id)
}

/** Gives a wire another source; a wire that is then there twice goes. */
export function resource(roots: Roots, id: string, source: string, port: string): void {
  const row = roots.edges.get(id)
  if (!row) return
  const { target, target_port } = readEdge(row)
  const twin = edgesWhere(
    roots,
    (edge) =>
      edge.source === source && edge.source_port === port && edge.target === target && edge.target_port === target_port,
  )
  if (twin.length) return void roots.edges.delete(id)
  row.set('source', source)
  row.set('source_port', port)
}

/** Puts a node that stands alone into a wire: source → node → target. */
export function insertOnEdge(roots: Roots, id: string, node: string, ports: { input: string; output: string }): void {
  const row = roots.edges.get(id)
  if (!row) return
  const { source, source_port } = readEdge(row)
  roots.edges.set(freshId(), rowOf({ source, source_port, target: node, target_port: ports.input, order: 'a0' }))
  resource(roots, id, node, ports.output)
}

/** Removes nodes with their wires and with what stands in them. With `heal`, what stood after each gets what stood before it. */
export function removeNodes(roots: Roots, ids: readonly string[], heal = true, going = new Set<string>()): void {
  for (const id of ids) {
    const row = roots.nodes.get(id)
    if (!row || going.has(id)) continue
    going.add(id)
    const isBlock = row.get('type') === 'block'
    const through = isBlock ? firstOut(roots, String(row.get('shares') ?? id)) : 'output'
    promote(roots, id)
    if (isBlock) removeNodes(roots, rowsWhere(roots, (other) => other.get('block') === id), false, going)
    if (!going.has(String(row.get('block')))) forgetInside(roots, id, row)
    const into = edgesWhere(roots, (edge) => edge.target === id).toSorted(byOrder)
    const before = into[0]
    for (const link of into) roots.edges.delete(link.id)
    for (const link of edgesWhere(roots, (edge) => edge.source === id)) {
      if (heal && before && link.source_port === through && before.source !== id) {
        resource(roots, link.id, before.source, before.source_port)
      } else roots.edges.delete(link.id)
    }
    roots.nodes.delete(id)
    roots.layout.delete(id)
  }
}

/** From now on these nodes use the owner's layer, and so do those that used theirs. */
export function share(roots: Roots, owner: string, ids: readonly string[]): void {
  const joining = new Set(ids.filter((id) => id !== owner && roots.nodes.has(id)))
  for (const [id, row] of roots.nodes) {
    if (id === owner || !(joining.has(id) || joining.has(String(row.get('shares'))))) continue
    row.set('shares', owner)
    row.set('params', mapOf({}))
  }
}

/** Before the owner of a shared layer goes, the first that shares it becomes the owner. */
function promote(roots: Roots, id: string): void {
  const owner = roots.nodes.get(id)
  const sharers = rowsWhere(roots, (row) => row.get('shares') === id && row.get('type') === owner?.get('type'))
  const heir = sharers.toSorted()[0]
  const row = heir === undefined ? undefined : roots.nodes.get(heir)
  if (!owner || !row) return
  if (owner.get('type') === 'block') inherit(roots, id, heir ?? '')
  else {
    row.set('layer', owner.get('layer'))
    row.set('trainable', owner.get('trainable') ?? true)
    row.set('params', mapOf((owner.get('params') as Row | undefined)?.toJSON() ?? {}))
  }
  row.set('shares', null)
  for (const other of sharers) if (other !== heir) roots.nodes.get(other)?.set('shares', heir)
}

/** What a block is, in all its uses. */
export const OF_BLOCK = ['kind', 'repeat', 'varying', 'prefixed'] as const

/** The whole inside goes over, with its ids: the wires of the heir are fixed to them already. */
function inherit(roots: Roots, from: string, to: string): void {
  const [owner, row] = [roots.nodes.get(from), roots.nodes.get(to)]
  for (const field of OF_BLOCK) if (owner?.has(field)) row?.set(field, owner.get(field))
  for (const id of rowsWhere(roots, (other) => other.get('block') === from)) if (id !== to) roots.nodes.get(id)?.set('block', to)
}

/** What a block says of a node inside goes with the node: wires at the port that it was, and what varies of it. */
function forgetInside(roots: Roots, id: string, row: Row): void {
  const home = row.get('block')
  const block = typeof home === 'string' ? roots.nodes.get(home) : undefined
  if (!block) return
  const varying = block.get('varying') as Record<string, unknown> | undefined
  if (varying && id in varying) {
    const { [id]: _, ...rest } = varying
    block.set('varying', rest)
  }
  for (const link of edgesWhere(roots, (edge) => edge.source_port === id || edge.target_port === id)) roots.edges.delete(link.id)
}

function firstOut(roots: Roots, block: string): string {
  const outs = rowsWhere(roots, (row) => row.get('block') === block && row.get('type') === 'output')
  const name = (id: string) => String(roots.nodes.get(id)?.get('name'))
  return outs.toSorted((a, b) => (name(a) < name(b) ? -1 : 1))[0] ?? ''
}

function rowsWhere(roots: Roots, keep: (row: Row) => boolean): string[] {
  return [...roots.nodes.entries()].flatMap(([id, row]) => (keep(row) ? [id] : []))
}

export function edgesWhere(roots: Roots, keep: (edge: Edge) => boolean): Link[] {
  const found: Link[] = []
  for (const [id, row] of roots.edges) {
    const edge = readEdge(row)
    if (keep(edge)) found.push({ id, ...edge })
  }
  return found
}
