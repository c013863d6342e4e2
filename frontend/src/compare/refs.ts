// Which two graphs are compared, as the address says it: `run:3f2a..live`. What is named here is looked up by the server; a dropped
// file alone is kept in this page, and gone with it.

import type { Named } from '../server/api'

export type Ref =
  | { type: 'live' }
  | { type: 'file' }
  | { type: 'run' | 'saved' | 'project' | 'template'; id: string }

export interface Pair {
  before: Ref
  after: Ref
}

export const LIVE: Ref = { type: 'live' }
const NAMED = new Set(['run', 'saved', 'project', 'template'])

export function textOf(ref: Ref): string {
  return 'id' in ref ? `${ref.type}:${ref.id}` : ref.type
}

export function refOf(text: string): Ref | null {
  if (text === 'live' || text === 'file') return { type: text }
  const [type = '', id] = text.split(/:(.*)/s)
  return NAMED.has(type) && id ? { type: type as 'run', id } : null
}

export function pairText({ before, after }: Pair): string {
  return `${textOf(before)}..${textOf(after)}`
}

/** Null when the address says something else. */
export function pairOf(text: string): Pair | null {
  const [first = '', second = ''] = text.split('..')
  const before = refOf(first)
  const after = refOf(second)
  return before && after ? { before, after } : null
}

export interface Dropped {
  name: string
  graph: Readonly<Record<string, unknown>>
}

let dropped: Dropped | null = null

export function keepDropped(file: Dropped): void {
  dropped = file
}

export function droppedFile(): Dropped | null {
  return dropped
}

/** As the server is asked for it; null for a file that this page no longer has. */
export function named(ref: Ref): Named | null {
  if (ref.type === 'live') return { type: 'project' }
  if (ref.type === 'file') return dropped && { type: 'graph', graph: dropped.graph }
  return { type: ref.type, id: ref.id }
}
