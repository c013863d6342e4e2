// The library of blocks as this page knows it: asked for when somebody first looks, kept up with what is saved and deleted here.

import { create } from 'zustand'
import { homeOf } from '../../catalog/blocks'
import type { SavedBlock } from '../../contract'
import { clipOf, type Clip } from '../../document/clipboard'
import type { OpenDocument } from '../../document/open'
import type { Api } from '../../server/api'

interface LibraryState {
  /** Null until they have come. */
  blocks: readonly SavedBlock[] | null
  load: (api: Api) => Promise<void>
  drop: (api: Api, id: string) => Promise<void>
}

export const useLibrary = create<LibraryState>((set) => ({
  blocks: null,
  load: async (api) => set({ blocks: (await api.savedBlocks()).blocks }),
  drop: async (api, id) => {
    await api.deleteBlock(id)
    set(({ blocks }) => ({ blocks: blocks?.filter((each) => each.id !== id) ?? null }))
  },
}))

/** Keeps a block of the open project with everything in it. Gives its name. */
export async function keepBlock(api: Api, { whole }: OpenDocument, id: string): Promise<string> {
  const graph = whole.graph.getState()
  return keepClip(api, clipOf(graph, [id]), graph.meta)
}

/** A graph or a clip that holds one block. Refusals are the server's. */
export async function keepClip(api: Api, clip: Clip, meta = { version: VERSION, keras_version: '' }): Promise<string> {
  const { nodes, edges, layout, notes, code = {} } = clip
  const outer = Object.keys(nodes).filter((id) => homeOf(nodes, id) === null)
  const bare = Object.entries(nodes).map(([id, node]) => [id, outer.includes(id) ? unshared(node) : node] as const)
  const graph = { version: meta.version, keras_version: meta.keras_version, nodes: Object.fromEntries(bare), edges, layout, notes, code }
  const name = nodes[outer[0] ?? '']?.name ?? ''
  const kept = await api.saveBlock(name, graph)
  await useLibrary.getState().load(api)
  return kept.name
}

/** Its inside came along. */
function unshared<T extends object>(node: T): T {
  return 'shares' in node ? { ...node, shares: null } : node
}

/** Of the documents that this page reads, where a file does not say. */
const VERSION = 2
