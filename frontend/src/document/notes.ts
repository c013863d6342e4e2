// Edits of the notes on the canvas. Each changes the document inside the caller's transaction.

import type { Note, Position } from '../contract'
import { freshId } from '../catalog/names'
import { rowOf, type Roots } from './roots'

export type Color = Note['color']
export const COLORS: readonly Color[] = ['yellow', 'green', 'blue', 'pink', 'grey']

export const NOTE: Note = { text: '', x: 0, y: 0, width: 220, height: 120, color: 'yellow', block: null }
/** Below this nothing can be read or taken hold of. */
export const LEAST = { width: 96, height: 48 }

export function addNote(roots: Roots, note: Partial<Note>, id = freshId()): string {
  roots.notes.set(id, rowOf(whole({ ...NOTE, ...note })))
  return id
}

/** Writes only the fields that change, so that one may type while another drags. */
export function setNote(roots: Roots, id: string, fields: Partial<Note>): void {
  const row = roots.notes.get(id)
  if (!row) return
  for (const [field, value] of Object.entries(whole(fields))) if (row.get(field) !== value) row.set(field, value)
}

export function moveNotes(roots: Roots, positions: Readonly<Record<string, Position>>): void {
  for (const [id, { x, y }] of Object.entries(positions)) setNote(roots, id, { x, y })
}

export function removeNotes(roots: Roots, ids: readonly string[]): void {
  for (const id of ids) roots.notes.delete(id)
}

function whole<T extends Partial<Note>>(fields: T): T {
  const next = { ...fields }
  for (const field of ['x', 'y', 'width', 'height'] as const) {
    const value = next[field]
    if (value !== undefined) next[field] = Math.round(value)
  }
  if (next.width !== undefined) next.width = Math.max(LEAST.width, next.width)
  if (next.height !== undefined) next.height = Math.max(LEAST.height, next.height)
  return next
}
