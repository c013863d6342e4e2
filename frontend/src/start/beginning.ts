// Anything dropped on the start page → a new project. A table gets a small network that fits its target.

import type { DatasetEntry, Node, Suggestion } from '../contract'
import type { Api, Beginning, Project } from '../server/api'
import { problem, Refusal } from '../server/refusal'

export type Progress = (words: string, part: number | null) => void

export async function beginWith(file: File, api: Api, progress: Progress): Promise<Project> {
  const ending = /\.([a-z0-9]+)$/i.exec(file.name)?.[1]?.toLowerCase() ?? ''
  if (ending === 'json') {
    progress(`Opening ${file.name}`, null)
    return api.importProject(await file.text())
  }
  if (['csv', 'tsv', 'txt'].includes(ending)) return withTable(file, api, progress)
  const text = `A graph (.json) or a table (.csv) can be opened here. Received: ${file.name}. Save it as one of the two.`
  throw new Refusal([problem('unknown_file', 'This kind of file cannot be opened.', text, file.name)], 415)
}

async function withTable(file: File, api: Api, progress: Progress): Promise<Project> {
  const entry = await api.uploadDataset(file, (part) =>
    progress(part < 1 ? `Uploading ${file.name}` : `Reading ${file.name}…`, part),
  )
  const target = entry.spec.target
  const [session, suggestion] = await Promise.all([
    api.session(),
    target === null ? null : api.suggest(entry.source, target).catch(() => null),
  ])
  const name = file.name.replace(/\.[a-z0-9]+$/i, '')
  return api.createProject({ graph: starter(name, entry, suggestion, session.keras_version) })
}

/** Input → Dense → the last layer that fits → Output. Written as the first version of a graph, which every later one opens. */
export function starter(
  name: string,
  entry: DatasetEntry,
  suggestion: Suggestion | null,
  keras: string,
): NonNullable<Beginning['graph']> {
  const head = suggestion ?? { units: 1, activation: 'linear' }
  const dense = (name: string, params: object) => ({ type: 'layer', name, layer: 'Dense', params }) as Node
  const ids = ['columns', 'dense_1', 'dense_2', 'head', 'target']
  const nodes = [
    { type: 'input', name: 'columns' } as Node,
    dense('dense_1', { units: 32, activation: 'relu' }),
    dense('dense_2', { units: 32, activation: 'relu' }),
    dense('head', { units: head.units, ...(head.activation === 'linear' ? {} : { activation: head.activation }) }),
    { type: 'output', name: 'target' } as Node,
  ]
  const edges = ids.slice(1).map((target, at) => [`${ids[at]}-${target}`, { source: ids[at], target }])
  return {
    version: 1,
    keras_version: keras,
    name,
    nodes: Object.fromEntries(ids.map((id, at) => [id, nodes[at]])),
    edges: Object.fromEntries(edges) as object,
    training: { data: entry.source, epochs: 30 },
    layout: Object.fromEntries(ids.map((id, at) => [id, { x: 0, y: at * 96 }])),
  }
}
