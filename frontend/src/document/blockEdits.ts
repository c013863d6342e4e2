// Every edit of blocks, each one step of a person's history. Fetched when somebody first makes or changes one.

import { homeOf, portsOf } from '../catalog/blocks'
import type { CatalogIndex } from '../catalog/catalog'
import { inputsOf } from '../catalog/ports'
import type { Edge, Node, Position } from '../contract'
import type { NewPlace } from './adding'
import { boxesOf, paste, type Clip } from './clipboard'
import { snapshotting } from './edits'
import type { GraphSnapshot, GraphStore } from './graph'
import { group, groupingOf, type Refused } from './grouping'
import type { History } from './history'
import { seenIn } from './level'
import * as nodes from './nodes'
import { clearOf, makeRoom, placeBelow } from './place'
import type { Roots } from './roots'
import { select } from './selection'
import { ownInside, unpack, unpackable } from './unpacking'
import '../words/lateBlock'

export type BlockEdits = ReturnType<typeof blockEditsOf>

export function blockEditsOf(roots: Roots, graph: GraphStore, history: History, catalog: CatalogIndex) {
  const look = (): GraphSnapshot => graph.getState()
  const step = history.run
  const manyAt = (target: Node, port: string) =>
    inputsOf(catalog, look().nodes, target).some((each) => each.name === port && each.many)

  return {
    /** These become one block, in their place. Gives its id, or why they cannot. */
    group(ids: readonly string[], noted: readonly string[] = []): string | Refused {
      const level = seenIn(look(), homeOf(look().nodes, ids[0] ?? ''))
      const plan = groupingOf(level, catalog, ids)
      if ('reason' in plan) return plan
      return step(() => {
        const id = group(roots, level, plan, noted)
        select([id])
        return id
      })
    },
    /** A block from elsewhere: where it was let go, after a node and wired to it, into a wire, or below everything. Gives its id. */
    put(clip: Clip, home: string | null, place: NewPlace | { type: 'at'; at: Position } | null): string | undefined {
      const level = seenIn(look(), home)
      const places = Object.values(level.layout)
      const into = place?.type === 'into' ? makeRoom(level, place.edge) : null
      const wanted = place?.type === 'at' ? place.at : (into?.place ?? placeBelow(level, place?.type === 'after' ? place.node : null))
      const by = into ? shift(boxesOf(clip)[0], into.place) : clearOf(places, boxesOf(clip), wanted)
      return step(() => {
        if (into) nodes.moveNodes(roots, into.moved)
        const [id] = paste(roots, clip, by, { many: manyAt, keepIncoming: false, home }).nodes
        if (id === undefined) return undefined
        const now = snapshotting(roots, look)()
        const [input] = portsOf(now.nodes, id, 'input')
        const [output] = portsOf(now.nodes, id, 'output')
        if (place?.type === 'into' && input !== undefined && output !== undefined) {
          nodes.insertOnEdge(roots, place.edge, id, { input, output })
        } else if (place?.type === 'after' && input !== undefined) {
          nodes.connect(roots, { source: place.node, source_port: place.port, target: id, target_port: input }, false)
        }
        select([id])
        return id
      })
    },
    /** A block becomes what stands in it. Gives that, or why it cannot. */
    unpack(id: string): string[] | Refused {
      const wrong = unpackable(look(), id)
      if (wrong) return wrong
      return step(() => {
        const there = unpack(roots, snapshotting(roots, look), id, manyAt)
        select(there)
        return there
      })
    },
    /** A backbone becomes a block of its layers; the graph then begins from `begin`, where its numbers are. */
    unfold(id: string, { nodes: inside, edges, layout }: Inside, block: string, begin: string | null): void {
      const [input] = portsOf(inside, block, 'input')
      const [output] = portsOf(inside, block, 'output')
      if (look().nodes[id]?.type !== 'backbone' || input === undefined || output === undefined) return
      step(() => {
        nodes.putInPlace(roots, id, { block, nodes: inside, edges, layout: layout ?? {} }, { input, output })
        if (begin !== null) roots.training.set('begin', begin)
        select([id])
      })
    },
    /** A block that uses another's layers again gets its own. */
    ownInside(id: string): void {
      step(() => ownInside(roots, look(), id, manyAt))
    },
    /** How often a block comes; what varies is cut to that, or goes on with its last value. */
    setRepeat(id: string, repeat: number): void {
      const node = look().nodes[id]
      if (node?.type !== 'block') return
      const fit = (values: readonly unknown[]) => Array.from({ length: repeat }, (_, at) => values[at] ?? values.at(-1) ?? null)
      step(() => {
        nodes.setField(roots, id, 'repeat', repeat)
        const varying = eachOf(node.varying, fit)
        if (Object.keys(varying).length) nodes.setField(roots, id, 'varying', repeat > 1 ? varying : {})
      })
    },
    /** The values of a parameter inside, one for each time the block comes; null: the same each time. */
    setVarying(id: string, inner: string, param: string, values: readonly unknown[] | null): void {
      const node = look().nodes[id]
      if (node?.type !== 'block') return
      const { [param]: _, ...others } = node.varying[inner] ?? {}
      const params = values ? { ...others, [param]: [...values] } : others
      const { [inner]: __, ...rest } = node.varying
      step(() => nodes.setField(roots, id, 'varying', Object.keys(params).length ? { ...rest, [inner]: params } : rest))
    },
  }
}

interface Inside {
  nodes: Readonly<Record<string, Node>>
  edges: Readonly<Record<string, Edge>>
  layout?: Readonly<Record<string, Position>>
}

function shift(box: Position | undefined, to: Position): Position {
  return { x: to.x - (box?.x ?? 0), y: to.y - (box?.y ?? 0) }
}

type Varying = Readonly<Record<string, Readonly<Record<string, readonly unknown[]>>>>

function eachOf(varying: Varying, change: (values: readonly unknown[]) => unknown[]): Record<string, Record<string, unknown[]>> {
  const params = (of: Varying[string]) => Object.fromEntries(Object.entries(of).map(([name, values]) => [name, change(values)]))
  return Object.fromEntries(Object.entries(varying).map(([id, of]) => [id, params(of)]))
}
