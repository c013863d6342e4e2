// The data the graph is bound to, as the server describes it; null without data or until it is known.

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

function keyOf(source: DataSource): string {
  return source.type === 'csv' ? source.id : `${source.type} ${source.name}`
}

function specIn(entries: readonly DatasetEntry[], source: DataSource): DataSpec | null {
  return entries.find((entry) => keyOf(entry.source) === keyOf(source))?.spec ?? null
}
