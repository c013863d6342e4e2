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
  /** Runs edits as one step that can be undone. */
  run: <T>(change: () => T) => T
  undo: () => void
  redo: () => void
}

export function historyOf(doc: Y.Doc, roots: Roots): History {
  const me = Symbol('this person')
  const manager = new Y.UndoManager(Object.values(roots), { trackedOrigins: new Set([me]), captureTimeout: 0 })
  const state = createStore<HistoryState>(() => ({ canUndo: false, canRedo: false }))
  let before: Selection = useSelection.getState()

  const look = () => {
    const next = { canUndo: manager.undoStack.length > 0, canRedo: manager.redoStack.length > 0 }
    const now = state.getState()
    if (now.canUndo !== next.canUndo || now.canRedo !== next.canRedo) state.setState(next)
  }
  manager.on('stack-item-added', ({ stackItem, type }) => {
    if (type === 'undo' && !stackItem.meta.has('before')) stackItem.meta.set('before', before)
    look()
  })
  manager.on('stack-cleared', look)

  const restore = (step: 'undo' | 'redo') => {
    const item = (step === 'undo' ? manager.undoStack : manager.redoStack).at(-1)
    const there = item?.meta.get('before') as Selection | undefined
    before = useSelection.getState()
    manager[step]()
    // The step now stands on the other stack: it must bring back what is selected at this moment.
    const opposite = (step === 'undo' ? manager.redoStack : manager.undoStack).at(-1)
    opposite?.meta.set('before', before)
    if (there)
      select(
        there.nodes.filter((id) => roots.nodes.has(id)),
        there.edges.filter((id) => roots.edges.has(id)),
      )
    look()
  }

  return {
    state,
    run: (change) => {
      before = useSelection.getState()
      return doc.transact(change, me)
    },
    undo: () => restore('undo'),
    redo: () => restore('redo'),
  }
}
