// Undo and redo of one person's own edits; each restores what was selected.

import * as Y from 'yjs'
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Roots } from './roots'
import { select, useSelection, type Selection } from './selection'

export interface HistoryState {
  readonly canUndo: boolean
  readonly canRedo: boolean
}

export interface History {
  readonly state: StoreApi<HistoryState>
  /** Runs edits as one step that can be undone. Steps of one sort that follow at once, as of a key held down, are one. */
  run: <T>(change: () => T, sort?: string) => T
  undo: () => void
  redo: () => void
}

const AT_ONCE_MS = 700

/** `may`: asked before each step; what may not be changed stays as it is. */
export function historyOf(doc: Y.Doc, roots: Roots, may: () => boolean = () => true): History {
  const me = Symbol('this person')
  // What somebody said is not taken back by an undo of the drawing.
  const { comments: _said, ...drawn } = roots
  const manager = new Y.UndoManager(Object.values(drawn), { trackedOrigins: new Set([me]), captureTimeout: 0 })
  const state = createStore<HistoryState>(() => ({ canUndo: false, canRedo: false }))
  let before: Selection = useSelection.getState()
  let sort: string | undefined
  let last: string | undefined

  const look = () => {
    const next = { canUndo: manager.undoStack.length > 0, canRedo: manager.redoStack.length > 0 }
    const now = state.getState()
    if (now.canUndo !== next.canUndo || now.canRedo !== next.canRedo) state.setState(next)
  }
  manager.on('stack-item-added', ({ stackItem, type }) => {
    if (type === 'undo' && !stackItem.meta.has('before')) stackItem.meta.set('before', before)
    last = sort
    look()
  })
  manager.on('stack-cleared', look)

  const restore = (step: 'undo' | 'redo') => {
    if (!may()) return
    const item = (step === 'undo' ? manager.undoStack : manager.redoStack).at(-1)
    const there = item?.meta.get('before') as Selection | undefined
    before = useSelection.getState()
    sort = undefined
    manager[step]()
    // The step now stands on the other stack: it must bring back what is selected at this moment.
    const opposite = (step === 'undo' ? manager.redoStack : manager.undoStack).at(-1)
    opposite?.meta.set('before', before)
    if (there)
      select(
        there.nodes.filter((id) => roots.nodes.has(id)),
        there.edges.filter((id) => roots.edges.has(id)),
        there.notes.filter((id) => roots.notes.has(id)),
      )
    look()
  }

  return {
    state,
    run: (change, of) => {
      if (!may()) return undefined as ReturnType<typeof change>
      before = useSelection.getState()
      sort = of
      manager.captureTimeout = sort !== undefined && sort === last ? AT_ONCE_MS : 0
      const undone = manager.redoStack
      const result = doc.transact(change, me)
      if (undone.length && !manager.redoStack.length) forget(doc, undone)
      return result
    },
    undo: () => restore('undo'),
    redo: () => restore('redo'),
  }
}

/** What was undone and now comes back never again: Yjs keeps it for a redo, and would not look at it once more. */
function forget(doc: Y.Doc, undone: Y.UndoManager['redoStack']): void {
  for (const { deletions } of undone) Y.tryGc(deletions, doc.store, doc.gcFilter)
}
