// One project, opened: its graph as it is drawn, the edits, undo, what the server infers, and whether all is saved.

import * as Y from 'yjs'
import type { StoreApi } from 'zustand/vanilla'
import type { CatalogIndex } from '../catalog/catalog'
import type { InferencePatch } from '../contract'
import type { Wire } from '../server/wire'
import { editsOf, type Edits } from './edits'
import { graphOf, type GraphStore } from './graph'
import { historyOf, type HistoryState } from './history'
import { foldPatch, inferenceStore, type InferenceStore } from './inference'
import { rootsOf } from './roots'
import { NOTHING, useSelection } from './selection'
import { syncDocument, type SyncState } from './sync'

export interface OpenDocument {
  readonly project: string
  readonly graph: GraphStore
  readonly inference: InferenceStore
  readonly history: StoreApi<HistoryState>
  readonly sync: StoreApi<SyncState>
  readonly edit: Edits
  undo: () => void
  redo: () => void
  close: () => void
}

export function openDocument(
  project: string,
  catalog: CatalogIndex,
  wire: Pick<Wire, 'ask' | 'tell' | 'on' | 'onConnect' | 'status' | 'onStatus'>,
): OpenDocument {
  const doc = new Y.Doc()
  const roots = rootsOf(doc)
  const graph = graphOf(doc)
  const inference = inferenceStore()
  const history = historyOf(doc, roots)
  useSelection.setState(NOTHING)
  const offInference = wire.on<InferencePatch>('inference', (patch) => {
    if (patch.project === project) inference.setState(foldPatch(inference.getState(), patch))
  })
  const sync = syncDocument(project, doc, wire)
  return {
    project,
    graph,
    inference,
    history: history.state,
    sync: sync.state,
    edit: editsOf(roots, graph, history, catalog),
    undo: history.undo,
    redo: history.redo,
    close: () => {
      offInference()
      sync.close()
      doc.destroy()
    },
  }
}
