// Edits of nodes. Each changes the document inside the caller's transaction; none knows the catalog or the canvas.

import { generateKeyBetween } from 'fractional-indexing'
import type { Edge, Node, Position } from '../contract'
import { byOrder, type Link } from './links'
import { freeWord, freshId } from '../catalog/names'
import { mapOf, readEdge, rowOf, type Roots, type Row } from './roots'

function namesOf(roots: Roots): Set<string> {
  return new Set(Array.from(roots.nodes.values(), (row) => String(row.get('name'))))
}

/** Returns its id. Its name is made unique. */
export function addNode(roots: Roots, node: Node, position: Position, id = freshId()): string {
  const name = freeWord(node.name, namesOf(roots))
  roots.nodes.set(id, rowOf({ ...node, name }))
  roots.layout.set(id, position)
  return id
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
function resource(roots: Roots, id: string, source: string, port: string): void {
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

/** Removes nodes with their wires. With `heal`, what stood after each gets what stood before it. */
export function removeNodes(roots: Roots, ids: readonly string[], heal = true): void {
  for (const id of ids) {
    if (!roots.nodes.has(id)) continue
    promote(roots, id)
    const into = edgesWhere(roots, (edge) => edge.target === id).toSorted(byOrder)
    const before = into[0]
    for (const link of into) roots.edges.delete(link.id)
    for (const link of edgesWhere(roots, (edge) => edge.source === id)) {
      if (heal && before && link.source_port === 'output' && before.source !== id) {
        resource(roots, link.id, before.source, before.source_port)
      } else roots.edges.delete(link.id)
    }
    roots.nodes.delete(id)
    roots.layout.delete(id)
  }
}

/** Before the owner of a shared layer goes, the first that shares it becomes the owner. */
function promote(roots: Roots, id: string): void {
  const owner = roots.nodes.get(id)
  const sharers = [...roots.nodes.entries()].filter(([, row]) => row.get('shares') === id).map(([key]) => key)
  const heir = sharers.toSorted()[0]
  const row = heir === undefined ? undefined : roots.nodes.get(heir)
  if (!owner || !row) return
  row.set('layer', owner.get('layer'))
  row.set('trainable', owner.get('trainable') ?? true)
  row.set('params', mapOf((owner.get('params') as Row | undefined)?.toJSON() ?? {}))
  row.set('shares', null)
  for (const other of sharers) if (other !== heir) roots.nodes.get(other)?.set('shares', heir)
}

function edgesWhere(roots: Roots, keep: (edge: Edge) => boolean): Link[] {
  const found: Link[] = []
  for (const [id, row] of roots.edges) {
    const edge = readEdge(row)
    if (keep(edge)) found.push({ id, ...edge })
  }
  return found
}
