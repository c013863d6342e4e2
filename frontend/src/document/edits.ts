// Every edit a person can make, each one step of their history. Panels and canvas call these and nothing else.

import type { Code, Edge, Edit, Node, Note, Position } from '../contract'
import { homeOf } from '../catalog/blocks'
import { paramOf, type CatalogIndex } from '../catalog/catalog'
import { memberOf } from '../catalog/member'
import { inputsOf, layerOf, outputsOf } from '../catalog/ports'
import { boxesOf, clipOf, paste as pasteClip, type Clip } from './clipboard'
import { applyEdits } from './fixes'
import type { GraphSnapshot, GraphStore } from './graph'
import type { History } from './history'
import { seenIn } from './level'
import * as nodes from './nodes'
import * as notes from './notes'
import { around, clearOf, COLUMN, makeRoom, NODE_HEIGHT, NODE_WIDTH, placeBelow } from './place'
import { swapOf } from './reorder'
import { restore, type Restorable } from './restore'
import { readEdge, readNode, type Roots } from './roots'
import { select } from './selection'
import { shareable } from './sharing'

export interface Joint {
  node: string
  port: string
}

export type Edits = ReturnType<typeof editsOf>

/** `home`: the block in which new things stand that are put after nothing; null at the top. */
export function editsOf(
  roots: Roots,
  graph: GraphStore,
  history: History,
  catalog: CatalogIndex,
  home: string | null = null,
) {
  const look = (): GraphSnapshot => graph.getState()
  /** What stands together in a block: the room for something new is looked for among that. */
  const seen = (block = home): GraphSnapshot => seenIn(look(), block)
  const homeIs = (id: string | undefined): string | null => (id === undefined ? home : homeOf(look().nodes, id))
  const step = history.run

  function manyAt(target: Node | undefined, port: string): boolean {
    if (!target) return false
    return inputsOf(catalog, look().nodes, target).some((each) => each.name === port && each.many)
  }

  function firstPorts(node: Node): { input: string; output: string } {
    return {
      input: inputsOf(catalog, look().nodes, node)[0]?.name ?? 'input',
      output: outputsOf(catalog, look().nodes, node)[0]?.name ?? 'output',
    }
  }

  /** The first input nothing arrives at, or one that takes many. */
  function freeInput(node: Node, id: string): string | null {
    const arriving = new Set(
      Object.values(look().edges).flatMap((edge) => (edge.target === id ? [edge.target_port] : [])),
    )
    return inputsOf(catalog, look().nodes, node).find((port) => port.many || !arriving.has(port.name))?.name ?? null
  }

  function add(clip: Clip, by: Position, keepIncoming: boolean, block = home): string[] {
    return step(() => {
      const added = pasteClip(roots, clip, by, { many: manyAt, keepIncoming, home: block })
      select(added.nodes, [], added.notes)
      return added.nodes
    })
  }

  return {
    /** Adds a node, wired from `after` when given, and selects it; `also` is part of the same step. Without a place it stands below `after`. */
    addNode(
      node: Node,
      options: { at?: Position | undefined; after?: Joint | null; before?: Joint | null; also?: readonly Edit[] | undefined } = {},
    ): string {
      return step(() => {
        const { after, before, also = [] } = options
        applyEdits(roots, catalog, look, also)
        const block = homeIs(after?.node ?? before?.node)
        const place = options.at ?? placeBelow(seen(block), after?.node ?? null)
        const id = nodes.addNode(roots, { ...node, block }, place)
        const ports = firstPorts(node)
        if (after && node.type !== 'input') {
          const wire = { source: after.node, source_port: after.port, target: id, target_port: ports.input }
          nodes.connect(roots, wire, manyAt(node, ports.input))
        }
        if (before && node.type !== 'output') {
          const wire = { source: id, source_port: ports.output, target: before.node, target_port: before.port }
          nodes.connect(roots, wire, manyAt(look().nodes[before.node], before.port))
        }
        select([id])
        return id
      })
    },
    /** Puts a new node into a wire; what stands below moves down where there is no room. */
    insertNode(node: Node, edge: string, also: readonly Edit[] = []): string {
      return step(() => {
        applyEdits(roots, catalog, look, also)
        const block = homeIs(look().edges[edge]?.source)
        const { place, moved } = makeRoom(seen(block), edge)
        nodes.moveNodes(roots, moved)
        const id = nodes.addNode(roots, { ...node, block }, place)
        nodes.insertOnEdge(roots, edge, id, firstPorts(node))
        select([id])
        return id
      })
    },
    /** Puts a node that has no wires yet into one; what stands below moves down where there is no room. */
    insertExisting(id: string, edge: string): void {
      const { nodes: all, edges, layout } = seen(homeIs(id))
      const node = all[id]
      if (!node) return
      const { [id]: _, ...others } = layout
      const { place, moved } = makeRoom({ edges, layout: others }, edge)
      step(() => {
        nodes.moveNodes(roots, { ...moved, [id]: place })
        nodes.insertOnEdge(roots, edge, id, firstPorts(node))
      })
    },
    /** Notes may move along; all is one step. `by` keys: what a key held down moves is one step too. */
    moveNodes(
      positions: Readonly<Record<string, Position>>,
      noted: Readonly<Record<string, Position>> = {},
      by: 'pointer' | 'keys' = 'pointer',
    ): void {
      const move = () => {
        nodes.moveNodes(roots, positions)
        notes.moveNotes(roots, noted)
      }
      step(move, by === 'keys' ? 'moved by keys' : undefined)
    },
    /** A value equal to Keras' default is not written: the default holds by itself. */
    setParam(id: string, param: string, value: unknown): void {
      const node = look().nodes[id]
      if (!node || !('params' in node)) return
      const known =
        paramOf(memberOf(catalog, layerOf(look().nodes, node)), param)
      const isDefault =
        known && !known.required && JSON.stringify(known.default ?? null) === JSON.stringify(value ?? null)
      step(() => nodes.setParam(roots, id, param, isDefault ? undefined : value))
    },
    /** Code as it was proven, new or in the place of what it was. */
    keepCode(id: string, code: Code): void {
      step(() => roots.code.set(id, code))
    },
    dropCode(id: string): void {
      step(() => roots.code.delete(id))
    },
    setField(id: string, field: string, value: unknown): void {
      step(() => nodes.setField(roots, id, field, value))
    },
    setFields(ids: readonly string[], field: string, value: unknown): void {
      step(() => {
        for (const id of ids) nodes.setField(roots, id, field, value)
      })
    },
    setLayer(id: string, layer: string): void {
      const known = new Set(catalog.get('layer', layer)?.params.map((param) => param.name))
      step(() => nodes.setLayer(roots, id, layer, known))
    },
    rename(id: string, name: string): void {
      step(() => nodes.setField(roots, id, 'name', name))
    },
    renameGraph(name: string): void {
      step(() => roots.meta.set('name', name))
    },
    setTraining(field: string, value: unknown): void {
      step(() => roots.training.set(field, value))
    },
    connect(wire: Omit<Edge, 'order'>): string {
      return step(() => nodes.connect(roots, wire, manyAt(look().nodes[wire.target], wire.target_port)))
    },
    /** Moves an end of a wire. */
    reconnect(old: string, wire: Omit<Edge, 'order'>): string {
      return step(() => nodes.reconnect(roots, old, wire, manyAt(look().nodes[wire.target], wire.target_port)))
    },
    /** Draws a wire where another one was; `pulled`, the wire whose end this is, goes as well. */
    replace(old: string, wire: Omit<Edge, 'order'>, pulled: string | null = null): string {
      return step(() => {
        nodes.disconnect(roots, pulled ? [old, pulled] : [old])
        return nodes.connect(roots, wire, manyAt(look().nodes[wire.target], wire.target_port))
      })
    },
    /** Changes places with the neighbour on its way; false where there is none. */
    reorder(id: string, way: 'earlier' | 'later'): boolean {
      const swap = swapOf(look(), id, way === 'later')
      if (!swap) return false
      step(() => {
        for (const [edge, wire] of Object.entries(swap.wires)) nodes.redirect(roots, edge, wire)
        nodes.moveNodes(roots, swap.layout)
      })
      return true
    },
    /** A wire that goes with its node is no reason not to heal. */
    remove(
      ids: readonly string[],
      edges: readonly string[] = [],
      heal = true,
      noted: readonly string[] = [],
    ): void {
      const going = new Set(ids)
      const all = look().edges
      const apart = edges.filter((id) => !going.has(all[id]?.source ?? '') && !going.has(all[id]?.target ?? ''))
      step(() => {
        nodes.disconnect(roots, apart)
        nodes.removeNodes(roots, ids, heal)
        notes.removeNotes(roots, noted)
        select([])
      })
    },
    /** Beside the originals. Put by hand, `by` away from them, they stand just there. */
    duplicate(ids: readonly string[], noted: readonly string[] = [], by?: Position): string[] {
      const clip = clipOf(look(), ids, noted)
      const box = around(boxesOf(clip))
      if (!box) return []
      const beside = { x: box.x + Math.max(COLUMN, box.width + 34), y: box.y }
      const block = ids.length ? homeIs(ids[0]) : home
      return add(clip, by ?? clearOf(Object.values(seen(block).layout), boxesOf(clip), beside), false, block)
    },
    /** Its upper left corner at `at`, or beside that where nodes stand. Selects what it added and returns the nodes. */
    paste(clip: Clip, at: Position, keepIncoming = false): string[] {
      return add(clip, clearOf(Object.values(seen().layout), boxesOf(clip), at), keepIncoming)
    },
    /** One more use of a layer or of a block's layers, beside it and without wires: the same weights, edited once. */
    reuse(id: string): string[] {
      const { nodes: all, layout } = seen(homeIs(id))
      const node = all[id]
      if (node?.type !== 'layer' && node?.type !== 'block') return []
      const owner = node.shares && all[node.shares] ? node.shares : id
      const { x, y } = layout[id] ?? { x: 0, y: 0 }
      const room = { x: 0, y: 0, width: NODE_WIDTH, height: NODE_HEIGHT }
      const place = clearOf(Object.values(layout), [room], { x: x + COLUMN, y })
      return step(() => {
        const own = node.type === 'layer' ? { params: {} } : { varying: {}, repeat: 1 }
        const made = nodes.addNode(roots, { ...node, ...own, shares: owner, bypassed: false, block: homeIs(id) } as Node, place)
        select([made])
        return [made]
      })
    },
    /** These layers become one: the first, or the one that it uses already. */
    shareLayer(ids: readonly string[]): void {
      const [first] = ids
      const node = first === undefined ? undefined : look().nodes[first]
      if (first === undefined || node?.type !== 'layer' || !shareable(look().nodes, ids)) return
      const owner = node.shares && look().nodes[node.shares] ? node.shares : first
      step(() => nodes.share(roots, owner, ids))
    },
    addNote(note: Partial<Note>): string {
      return step(() => {
        const id = notes.addNote(roots, { ...note, block: home })
        select([], [], [id])
        return id
      })
    },
    setNote(id: string, fields: Partial<Note>): void {
      step(() => notes.setNote(roots, id, fields))
    },
    /** Back to a graph as it was once. */
    restore(to: Restorable): void {
      step(() => restore(roots, to))
    },
    applyFix(edits: readonly Edit[]): void {
      step(() => {
        const added = applyEdits(roots, catalog, snapshotting(roots, look), edits)
        if (added.length) select(added)
      })
    },
    /** For a person who works by keyboard: the port a wire would arrive at, or null. */
    freeInput,
  }
}

/** Within one step the store does not move yet: what stands there now is read from the document itself. */
export function snapshotting(roots: Roots, look: () => GraphSnapshot): () => GraphSnapshot {
  return () => ({
    ...look(),
    nodes: Object.fromEntries(Array.from(roots.nodes.entries(), ([id, row]) => [id, readNode(row)])),
    layout: Object.fromEntries(roots.layout.entries()),
    edges: Object.fromEntries(Array.from(roots.edges.entries(), ([id, row]) => [id, readEdge(row)])),
  })
}
