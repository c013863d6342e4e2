// Anything dropped on the start page → a new project. A table gets a small network that fits its target.

import type { DatasetEntry, Graph, Node, Suggestion } from '../contract'
import type { Api, Beginning, Project } from '../server/api'
import { problem, Refusal } from '../server/refusal'
import { t } from '../words/words'

const AGAIN_MS = 2000
const LONGEST_MS = 60_000

export type Progress = (words: string, part: number | null) => void

export async function beginWith(file: File, api: Api, progress: Progress): Promise<Project> {
  const ending = /\.([a-z0-9]+)$/i.exec(file.name)?.[1]?.toLowerCase() ?? ''
  if (['csv', 'tsv', 'txt'].includes(ending)) return withTable(file, api, progress)
  const { graphText } = await import('../picture/read')
  const text = await graphText(file).catch((error: unknown) => {
    // A folder cannot be read, and is no file that could be opened.
    throw isKnown(error) ? error : unknownFile(file.name)
  })
  return api.importProject(await withPlaces(text))
}

/** A graph that was written by a program has no places yet: the page gives it tidy ones. */
async function withPlaces(text: string): Promise<string> {
  const { placed } = await import('../imports/placed')
  const graph: unknown = JSON.parse(text)
  if (!isBare(graph)) return text
  return JSON.stringify(await placed(graph))
}

function isBare(graph: unknown): graph is Graph {
  const { nodes, edges, layout } = graph as Partial<Graph>
  const plain = [nodes, edges].every((one) => typeof one === 'object' && one !== null && !Array.isArray(one))
  return plain && (layout === undefined || Object.keys(layout).length === 0)
}

function isKnown(error: unknown): boolean {
  return error instanceof Refusal && error.problems[0]?.code !== 'unknown_file'
}

function unknownFile(name: string): Refusal {
  return new Refusal([problem('unknown_file', t('start-unknown-file'), t('start-unknown-file-why', { name }), name)], 415)
}

async function withTable(file: File, api: Api, progress: Progress): Promise<Project> {
  const entry = await uploaded(file, api, progress)
  const target = entry.spec.target
  const [session, suggestion] = await Promise.all([
    api.session(),
    target === null ? null : api.suggest(entry.source, target).catch(() => null),
  ])
  const name = file.name.replace(/\.[a-z0-9]+$/i, '')
  return api.createProject({ graph: starter(name, entry, suggestion, session.keras_version) })
}

/** Whoever comes while Keras is still being loaded need not come again: the table waits for it. */
async function uploaded(file: File, api: Api, progress: Progress): Promise<DatasetEntry> {
  const { name } = file
  for (let waited = 0; ; waited += AGAIN_MS) {
    try {
      return await api.uploadDataset(file, (part) => progress(t(part < 1 ? 'start-uploading' : 'start-reading', { name }), part))
    } catch (error) {
      const starting = error instanceof Refusal && error.problems[0]?.code === 'worker_starting'
      if (!starting || waited >= LONGEST_MS) throw error
      progress(t('start-waiting', { name }), null)
      await new Promise((resolve) => setTimeout(resolve, AGAIN_MS))
    }
  }
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
