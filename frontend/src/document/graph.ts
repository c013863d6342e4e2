// Document → one frozen picture of it. A change replaces the entries it touched and keeps every other object as it was,
// so that React draws again only what changed.

import type * as Y from 'yjs'
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Code, Comment, Edge, Node, Note, Position, Training } from '../contract'
import { plain, readComment, readEdge, readNode, readNote, rootsOf, TRAINING, type Roots } from './roots'

export interface GraphSnapshot {
  readonly meta: { readonly name: string; readonly version: number; readonly keras_version: string }
  readonly nodes: Readonly<Record<string, Node>>
  readonly edges: Readonly<Record<string, Edge>>
  readonly training: Training
  readonly notes: Readonly<Record<string, Note>>
  /** Layers and functions of one's own. */
  readonly code: Readonly<Record<string, Code>>
  readonly layout: Readonly<Record<string, Position>>
  /** What is said about the graph; no part of it. */
  readonly comments: Readonly<Record<string, Comment>>
}

export type GraphStore = StoreApi<GraphSnapshot>

type Part = keyof GraphSnapshot

const EMPTY: GraphSnapshot = {
  meta: { name: '', version: 0, keras_version: '' },
  nodes: {},
  edges: {},
  training: TRAINING,
  notes: {},
  code: {},
  layout: {},
  comments: {},
}

/** Follows `doc` until it is destroyed. */
export function graphOf(doc: Y.Doc): GraphStore {
  const roots = rootsOf(doc)
  const store = createStore<GraphSnapshot>(() => EMPTY)
  const dirty = new Map<Part, Set<string>>()

  for (const part of Object.keys(EMPTY) as Part[]) {
    const root = roots[part] as Y.Map<unknown>
    dirty.set(part, new Set(root.keys()))
    root.observeDeep((events) => {
      const keys = dirty.get(part)
      for (const event of events) {
        if (event.path.length) keys?.add(String(event.path[0]))
        else for (const key of event.changes.keys.keys()) keys?.add(key)
      }
    })
  }

  const read = () => {
    const changed: Partial<Record<Part, unknown>> = {}
    const before = store.getState()
    for (const [part, keys] of dirty) {
      if (keys.size) changed[part] = readPart(part, roots, before, keys)
      keys.clear()
    }
    if (Object.keys(changed).length) store.setState(changed as Partial<GraphSnapshot>)
  }
  doc.on('afterTransaction', read)
  read()
  return store
}

function readPart(part: Part, roots: Roots, before: GraphSnapshot, keys: Set<string>): unknown {
  switch (part) {
    case 'nodes':
      return readRows(roots.nodes, before.nodes, keys, readNode)
    case 'edges':
      return readRows(roots.edges, before.edges, keys, readEdge)
    case 'notes':
      return readRows(roots.notes, before.notes, keys, readNote)
    case 'code':
      return readRows(roots.code, before.code, keys, (value) => plain(value) as Code)
    case 'layout':
      return readRows(roots.layout, before.layout, keys, (value) => plain(value) as Position)
    case 'comments':
      return readRows(roots.comments, before.comments, keys, readComment)
    case 'training':
      return { ...before.training, ...readFields(roots.training, keys, TRAINING) }
    case 'meta':
      return { ...before.meta, ...readFields(roots.meta, keys, EMPTY.meta) }
  }
}

function readRows<V, T>(
  root: Y.Map<V>,
  before: Readonly<Record<string, T>>,
  keys: Set<string>,
  read: (value: V) => T,
): Record<string, T> {
  const after = { ...before }
  for (const key of keys) {
    const value = root.get(key)
    if (value === undefined) delete after[key]
    else after[key] = read(value)
  }
  return after
}

function readFields(root: Y.Map<unknown>, keys: Set<string>, defaults: object): Record<string, unknown> {
  const fields: Record<string, unknown> = {}
  for (const key of keys) {
    const value = plain(root.get(key))
    fields[key] = value === undefined ? (defaults as Record<string, unknown>)[key] : value
  }
  return fields
}
