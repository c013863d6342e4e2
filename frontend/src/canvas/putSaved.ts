// A block of the library → into the open project: where it was let go, or where a new layer would go.

import { placeForNew } from '../document/adding'
import type { CatalogIndex } from '../catalog/catalog'
import type { Position } from '../contract'
import { readClip } from '../document/clipboard'
import type { OpenDocument } from '../document/open'
import { useSelection } from '../document/selection'
import type { Api } from '../server/api'
import { say } from '../ui/toast'
import { problemsOf } from '../server/refusal'

/** Rejects with the server's refusal. */
export async function putSaved(
  api: Api,
  { graph, blocks, block }: OpenDocument,
  id: string,
  at: Position | null = null,
  catalog: CatalogIndex | null = null,
): Promise<void> {
  const [saved, edits] = await Promise.all([api.savedBlock(id), blocks()])
  const clip = readClip(JSON.stringify(saved.graph))
  const place = catalog ? placeForNew(graph.getState(), catalog, useSelection.getState()) : null
  if (clip) edits.put(clip, block, at ? { type: 'at', at } : place)
}

export function putOrSay(...what: Parameters<typeof putSaved>): void {
  putSaved(...what).catch((error: unknown) => say(problemsOf(error)[0]?.message ?? '', { tone: 'bad' }))
}
