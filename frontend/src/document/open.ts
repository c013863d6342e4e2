// One project, opened: its graph as it is drawn, the edits, undo, what the server infers, and whether all is saved.

import * as Y from 'yjs'
import type { StoreApi } from 'zustand/vanilla'
import type { CatalogIndex } from '../catalog/catalog'
import type { InferencePatch } from '../contract'
import type { Wire } from '../server/wire'
import { spoken } from '../words/said'
import type { BlockEdits } from './blockEdits'
import { commentsOf, type Comments } from './comments'
import { editsOf, type Edits } from './edits'
import { graphOf, type GraphStore } from './graph'
import { historyOf, type HistoryState } from './history'
import { foldPatch, inferenceStore, type InferenceStore } from './inference'
import { graphIn, useLevel } from './level'
import type { Presence } from './presence'
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
  /** What is done to blocks. */
  blocks: () => Promise<BlockEdits>
  /** The same project as it is seen in a block, null at the top: its graph is what stands there, and what is added comes to stand there. */
  at: (block: string | null) => OpenDocument
  /** Which block is seen here; null at the top. */
  readonly block: string | null
  /** This one with everything in it, whatever is seen. */
  readonly whole: OpenDocument
  readonly comment: Comments
  /** Shows this person to the others, and them to this one, from here on. */
  presence: () => Promise<Presence>
  /** The server has taken another name for this person. */
  rename: (name: string) => void
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
  catalog.keep(graph.getState().code)
  const offCode = graph.subscribe(({ code }) => catalog.keep(code))
  const inference = inferenceStore()
  const history = historyOf(doc, roots, () => sync.state.getState().may.draw)
  useSelection.setState(NOTHING)
  useLevel.setState({ way: [] })
  const offInference = wire.on<InferencePatch>('inference', (patch) => {
    if (patch.project !== project) return
    const read = { ...patch, problems: patch.problems.map(spoken) }
    inference.setState(foldPatch(inference.getState(), read))
  })
  const sync = syncDocument(project, doc, wire)
  const blocks = () => import('./blockEdits')
  const levels = new Map<string | null, OpenDocument>()
  const at = (block: string | null): OpenDocument => {
    const found = levels.get(block)
    if (found) return found
    const level = { ...whole, block, graph: graphIn(graph, block), edit: editsOf(roots, graph, history, catalog, block) }
    levels.set(block, level)
    return level
  }
  const whole: OpenDocument = {
    project,
    graph,
    inference,
    history: history.state,
    sync: sync.state,
    edit: editsOf(roots, graph, history, catalog),
    blocks: () => blocks().then(({ blockEditsOf }) => blockEditsOf(roots, graph, history, catalog)),
    at,
    block: null,
    get whole() {
      return whole
    },
    comment: commentsOf(doc, roots, sync.state),
    rename: (name) => sync.state.setState(({ you }) => ({ you: you && { ...you, name } })),
    presence: () => import('./presence').then(({ presenceOf }) => presenceOf(project, doc, sync, wire)),
    undo: history.undo,
    redo: history.redo,
    close: () => {
      offInference()
      offCode()
      sync.close()
      doc.destroy()
    },
  }
  return whole
}
