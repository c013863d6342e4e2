// What a person may say about the drawing. Not part of their undo: nobody's words vanish with Ctrl+Z.

import type * as Y from 'yjs'
import type { StoreApi } from 'zustand/vanilla'
import { freshId } from '../catalog/names'
import type { Comment, Position } from '../contract'
import type { GraphSnapshot } from './graph'
import { rowOf, type Roots } from './roots'
import type { SyncState } from './sync'

export const LONGEST = 4000

export interface Pin {
  /** Null: a place of the canvas itself. */
  node: string | null
  at: Position
}

export interface Thread {
  id: string
  comment: Comment
  /** Oldest first. */
  answers: readonly { id: string; comment: Comment }[]
}

export type Comments = ReturnType<typeof commentsOf>

export function commentsOf(doc: Y.Doc, roots: Roots, sync: StoreApi<SyncState>) {
  /** An answer comes after what it answers, whatever the clocks of two machines say. */
  const now = (thread: string | null = null): number => {
    const rows = [...roots.comments.entries()].filter(([id, row]) => id === thread || row.get('parent') === thread)
    const last = thread === null ? [] : rows.map(([, row]) => Number(row.get('created_at')) + 0.001)
    return Math.max(Date.now() / 1000, ...last)
  }
  const put = (text: string, rest: Partial<Comment>): string | null => {
    const { you, may } = sync.getState()
    const said = text.trim().slice(0, LONGEST)
    if (!you || !may.comment || !said) return null
    const id = freshId()
    const row = {
      ...{ node: null, x: 0, y: 0, parent: null },
      ...rest,
      ...{ text: said, author: you.id, author_name: you.name, created_at: now(rest.parent), resolved: false },
    }
    doc.transact(() => roots.comments.set(id, rowOf(row)))
    return id
  }
  const mayChange = (id: string, anybodys = false): boolean => {
    const { you, may } = sync.getState()
    return may.comment && ((anybodys && may.own) || roots.comments.get(id)?.get('author') === you?.id)
  }
  return {
    /** Gives the new thread's id; null when there is nothing to say or this person may not. */
    add: (text: string, { node, at }: Pin) => put(text, { node, x: Math.round(at.x), y: Math.round(at.y) }),
    answer: (thread: string, text: string) => (roots.comments.has(thread) ? put(text, { parent: thread }) : null),
    rewrite: (id: string, text: string) => {
      const said = text.trim().slice(0, LONGEST)
      if (said && mayChange(id)) doc.transact(() => roots.comments.get(id)?.set('text', said))
    },
    resolve: (id: string, resolved: boolean) => {
      if (mayChange(id, true)) doc.transact(() => roots.comments.get(id)?.set('resolved', resolved))
    },
    /** With a thread go the answers that this person may take away; others’ stay unseen. */
    remove: (id: string) => {
      if (!mayChange(id, true)) return
      doc.transact(() => {
        for (const [key, row] of [...roots.comments.entries()])
          if (row.get('parent') === id && mayChange(key, true)) roots.comments.delete(key)
        roots.comments.delete(id)
      })
    },
    mayChange,
  }
}

/** Oldest first. An answer whose thread is gone is not shown. */
export function threadsOf(comments: GraphSnapshot['comments']): Thread[] {
  const rows = Object.entries(comments)
    .map(([id, comment]) => ({ id, comment }))
    .toSorted((a, b) => a.comment.created_at - b.comment.created_at || (a.id < b.id ? -1 : 1))
  const answersTo = (id: string) => rows.filter((row) => row.comment.parent === id)
  return rows
    .filter((row) => row.comment.parent === null)
    .map((row) => ({ ...row, answers: answersTo(row.id) }))
}
