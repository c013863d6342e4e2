// Every edit a person can make, each one step of their history. Panels and canvas call these and nothing else.

import type { Edge, Edit, Node, Position } from '../contract'
import { paramOf, type CatalogIndex } from '../catalog/catalog'
import { inputsOf, layerOf, outputsOf } from '../catalog/ports'
import { clipOf, paste as pasteClip, type Clip } from './clipboard'
import { applyEdits } from './fixes'
import type { GraphSnapshot, GraphStore } from './graph'
import type { History } from './history'
import * as nodes from './nodes'
import { COLUMN, makeRoom, placeBelow } from './place'
import { readEdge, readNode, type Roots } from './roots'
import { select } from './selection'

export interface Joint {
  node: string
  port: string
}

export type Edits = ReturnType<typeof editsOf>

export function editsOf(roots: Roots, graph: GraphStore, history: History, catalog: CatalogIndex) {
  const look = (): GraphSnapshot => graph.getState()
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

  return {
    /** Adds a node, wired from `after` when given, and selects it. Without a place it stands below `after`. */
    addNode(
      node: Node,
      options: { at?: Position | undefined; after?: Joint | null; before?: Joint | null } = {},
    ): string {
      return step(() => {
        const { after, before } = options
        const id = nodes.addNode(roots, node, options.at ?? placeBelow(look(), after?.node ?? null))
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
    insertNode(node: Node, edge: string): string {
      return step(() => {
        const { place, moved } = makeRoom(look(), edge)
        nodes.moveNodes(roots, moved)
        const id = nodes.addNode(roots, node, place)
        nodes.insertOnEdge(roots, edge, id, firstPorts(node))
        select([id])
        return id
      })
    },
    /** Puts a node that has no wires yet into one; what stands below moves down where there is no room. */
    insertExisting(id: string, edge: string): void {
      const { nodes: all, edges, layout } = look()
      const node = all[id]
      if (!node) return
      const { [id]: _, ...others } = layout
      const { place, moved } = makeRoom({ edges, layout: others }, edge)
      step(() => {
        nodes.moveNodes(roots, { ...moved, [id]: place })
        nodes.insertOnEdge(roots, edge, id, firstPorts(node))
      })
    },
    moveNodes(positions: Readonly<Record<string, Position>>): void {
      step(() => nodes.moveNodes(roots, positions))
    },
    /** A value equal to Keras' default is not written: the default holds by itself. */
    setParam(id: string, param: string, value: unknown): void {
      const node = look().nodes[id]
      if (!node || !('params' in node)) return
      const known =
        node.type === 'layer' ? paramOf(catalog.get('layer', layerOf(look().nodes, node).layer), param) : undefined
      const isDefault =
        known && !known.required && JSON.stringify(known.default ?? null) === JSON.stringify(value ?? null)
      step(() => nodes.setParam(roots, id, param, isDefault ? undefined : value))
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
    /** Moves an end of a wire; the old one goes. */
    reconnect(old: string, wire: Omit<Edge, 'order'>): string {
      return step(() => {
        nodes.disconnect(roots, [old])
        return nodes.connect(roots, wire, manyAt(look().nodes[wire.target], wire.target_port))
      })
    },
    remove(ids: readonly string[], edges: readonly string[] = [], heal = true): void {
      step(() => {
        nodes.disconnect(roots, edges)
        nodes.removeNodes(roots, ids, heal)
        select([])
      })
    },
    duplicate(ids: readonly string[]): string[] {
      const clip = clipOf(look(), ids)
      const places = Object.values(clip.layout)
      if (!places.length) return []
      const xs = places.map((place) => place.x)
      const y = Math.min(...places.map((place) => place.y))
      const at = { x: Math.max(...xs) + COLUMN, y }
      return this.paste(clip, at)
    },
    paste(clip: Clip, at: Position): string[] {
      return step(() => {
        const ids = pasteClip(roots, clip, at, manyAt)
        select(ids)
        return ids
      })
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
function snapshotting(roots: Roots, look: () => GraphSnapshot): () => GraphSnapshot {
  return () => ({
    ...look(),
    nodes: Object.fromEntries(Array.from(roots.nodes.entries(), ([id, row]) => [id, readNode(row)])),
    layout: Object.fromEntries(roots.layout.entries()),
    edges: Object.fromEntries(Array.from(roots.edges.entries(), ([id, row]) => [id, readEdge(row)])),
  })
}
