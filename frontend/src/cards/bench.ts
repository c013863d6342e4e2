// For tests: Keras' catalog, our card files, and layers at real shapes as tests/cards.json has them on record.

import { readdirSync, readFileSync } from 'node:fs'
import { indexCatalog } from '../catalog/catalog'
import type { Edge, Node, NodeInference } from '../contract'

const ROOT = new URL('../../../', import.meta.url)
const read = (path: string) => readFileSync(new URL(path, ROOT), 'utf8')

/** As the overlay has it. */
const LISTS = new Set(['mean', 'variance'])

/** The data file leaves out what is as usual; the server fills it in. */
export const CATALOG = (() => {
  const data = JSON.parse(read('backend/layerloom/catalog/data/keras.json')) as { members: Record<string, unknown>[] }
  const param = (each: { name?: string }) => ({
    ...{ default: null, required: false, nullable: false, call: false },
    ...each,
    ...(LISTS.has(each.name ?? '') && { type: 'float_list' }),
  })
  const members = data.members.map((each) => ({
    ...{ aliases: [], rank: [], inputs: [], outputs: [], hidden: false, group: 'other', icon: 'other', teaching: '' },
    ...each,
    params: ((each['params'] ?? []) as object[]).map(param),
  }))
  return indexCatalog({ keras_version: '', popular: [], groups: [], members } as never)
})()

const CARDS = 'backend/layerloom/catalog/cards/'

export const languages = readdirSync(new URL(CARDS, ROOT)).filter((name) => /^[a-z]{2}$/.test(name))

/** Heading → text; what a language lacks is English. */
export function sections(layer: string, language: string): Record<string, string> {
  const english: Record<string, string> = language === 'en' ? {} : sections(layer, 'en')
  let text = ''
  try {
    text = read(`${CARDS}${language}/${layer}.md`)
  } catch {
    return english
  }
  const own = text.split(/^## /m).map((part): [string, string] => {
    const [heading = '', ...rest] = part.split('\n')
    return [heading.trim(), rest.join('\n').trim()]
  })
  return { ...english, ...Object.fromEntries(own.slice(1)) }
}

/** A layer that has no card has no text; one whose card has no sums has nothing to count. */
export function cardOf(layer: string, language: string): string | undefined {
  const found = sections(layer, language)
  return Object.keys(found).length ? (found['Parameters'] ?? '') : undefined
}

interface OnRecord {
  nodes: Record<string, Node>
  edges: Record<string, Edge>
  inference: Record<string, NodeInference>
  code: string
}

export interface Case {
  graph: Pick<OnRecord, 'nodes' | 'edges'>
  inference: Record<string, NodeInference>
  code: string
  layer: string
  card: (language: string) => Record<string, string>
}

export const CASES: Case[] = (JSON.parse(read('tests/cards.json')) as OnRecord[]).map(({ nodes, edges, inference, code }) => {
  const node = nodes['layer']
  const layer = node?.type === 'layer' ? node.layer : ''
  return { graph: { nodes, edges }, inference, code, layer, card: (language) => sections(layer, language) }
})
