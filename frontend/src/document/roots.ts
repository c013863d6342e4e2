// The shared document's maps by name, and plain JSON in and out of them. Maps by id, never arrays; a list is one value.

import * as Y from 'yjs'
import type { Code, Comment, Edge, Node, Note, Position, Training } from '../contract'

export type Row = Y.Map<unknown>

export interface Roots {
  meta: Y.Map<unknown>
  nodes: Y.Map<Row>
  edges: Y.Map<Row>
  training: Y.Map<unknown>
  notes: Y.Map<Row>
  code: Y.Map<Code>
  layout: Y.Map<Position>
  comments: Y.Map<Row>
}

export function rootsOf(doc: Y.Doc): Roots {
  return {
    meta: doc.getMap('meta'),
    nodes: doc.getMap('nodes'),
    edges: doc.getMap('edges'),
    training: doc.getMap('training'),
    notes: doc.getMap('notes'),
    code: doc.getMap('code'),
    layout: doc.getMap('layout'),
    comments: doc.getMap('comments'),
  }
}

/** What a document holds as JSON. A Python integer arrives as a BigInt. */
export function plain(value: unknown): unknown {
  if (typeof value === 'bigint') return Number(value)
  if (value instanceof Y.Map) return plain(value.toJSON())
  if (Array.isArray(value)) return value.map(plain)
  if (value !== null && typeof value === 'object') {
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, plain(inner)]))
  }
  return value
}

/** A row of fields; `params` becomes a map of its own, so that two people may change two of them at once. */
export function rowOf(fields: object): Row {
  const row: Row = new Y.Map()
  for (const [key, value] of Object.entries(fields)) {
    row.set(key, key === 'params' ? mapOf(value as object) : value)
  }
  return row
}

export function mapOf(fields: object): Row {
  return new Y.Map(Object.entries(fields))
}

const NODE_DEFAULTS: Record<string, object> = {
  input: { columns: null, shape: null, dtype: 'float32', scaling: 'auto' },
  layer: { params: {}, trainable: true, shares: null, bypassed: false },
  output: { target: null, loss: null, metrics: null, weight: 1 },
  block: { kind: 'inline', repeat: 1, varying: {}, shares: null, prefixed: true, bypassed: false },
}

export function readNode(row: Row): Node {
  const fields = plain(row) as Node
  return { block: null, ...NODE_DEFAULTS[fields.type], ...fields, name: String(fields.name ?? '') } as Node
}

export function readEdge(row: Row): Edge {
  return { source_port: 'output', target_port: 'input', order: 'a0', ...(plain(row) as Partial<Edge>) } as Edge
}

export function readNote(row: Row): Note {
  return { text: '', x: 0, y: 0, width: 220, height: 120, color: 'yellow', block: null, ...(plain(row) as Partial<Note>) }
}

export function readComment(row: Row): Comment {
  const blank = { node: null, x: 0, y: 0, parent: null, text: '', author: '', author_name: '', created_at: 0 }
  return { ...blank, resolved: false, ...(plain(row) as Partial<Comment>) }
}

export const TRAINING: Training = {
  data: null,
  optimizer: { name: 'Adam', params: {} },
  epochs: 10,
  batch_size: 32,
  seed: 0,
  split: { validation: 0.2, seed: 0, stratify: true },
  early_stopping: null,
  reduce_on_plateau: null,
  fine_tuning: null,
  begin: null,
  goes_to: 'any',
}
