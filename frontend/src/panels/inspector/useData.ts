// The data the graph is bound to, as the server describes it; null without data or until it is known.

import { asAsked, keyOf } from '../../catalog/datasets'
import { useGraph } from '../../document/hooks'
import type { DataSource, DataSpec, DatasetEntry } from '../../contract'
import { useServer } from '../../server/ServerContext'
import { useAnswer } from '../useAnswer'

export function useData(): { source: DataSource | null; spec: DataSpec | null } {
  const { api } = useServer()
  const source = useGraph((graph) => graph.training.data)
  const { value } = useAnswer(source ? keyOf(source) : null, () => api.datasets())
  return { source, spec: source && value ? specIn(value, source) : null }
}

function specIn(entries: readonly DatasetEntry[], source: DataSource): DataSpec | null {
  const entry = entries.find((one) => keyOf(one.source) === keyOf(source))
  return entry ? asAsked(entry.spec, source) : null
}
