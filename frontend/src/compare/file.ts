// A file that is dropped into a comparison → a graph that is kept in this page. Looked at by the server first, as an import is.

import { graphText } from '../picture/read'
import type { Api } from '../server/api'
import { keepDropped } from './refs'

/** Raises Refusal. */
export async function keepFile(file: File, api: Api): Promise<void> {
  const graph = await api.openGraph(await graphText(file))
  keepDropped({ name: file.name, graph: { ...graph } })
}
