// The fixture is the backend's too: both sides must refuse the same wires.

import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { indexCatalog } from '../catalog/catalog'
import type { Edge, Graph, Node } from '../contract'
import { arrival, illegal } from './legality'
import { CATALOG, layer } from './bench'

interface Fixture {
  graph: Graph
  cases: {
    name: string
    edge: Partial<Edge> & { source: string; target: string }
    refused: string | null
    moving?: string
  }[]
}

const FIXTURE = new URL('../../../tests/graphs/legality.json', import.meta.url)
const KERAS = new URL('../../../backend/layerloom/catalog/data/keras.json', import.meta.url)
const whole = (edge: Partial<Edge> & { source: string; target: string }): Edge => ({
  source_port: 'output',
  target_port: 'input',
  order: 'a0',
  ...edge,
})

/** The data file leaves out what is default; the server fills it in. */
function kerasCatalog() {
  const data = JSON.parse(readFileSync(KERAS, 'utf8')) as { keras_version: string; members: Record<string, unknown>[] }
  const port = (each: object) => ({ many: false, required: true, when: null, doc: '', ...each })
  const members = data.members.map((each) => ({
    aliases: [],
    rank: [],
    hidden: false,
    group: 'other',
    ...each,
    params: ((each['params'] ?? []) as object[]).map((param) => ({ default: null, required: false, ...param })),
    inputs: ((each['inputs'] ?? []) as object[]).map(port),
    outputs: ((each['outputs'] ?? []) as object[]).map(port),
  }))
  return indexCatalog({ keras_version: data.keras_version, popular: [], groups: [], members } as never)
}

describe.runIf(existsSync(FIXTURE))('wires by the shared fixture', () => {
  const { graph, cases } = JSON.parse(readFileSync(FIXTURE, 'utf8')) as Fixture
  const edges = Object.fromEntries(Object.entries(graph.edges).map(([id, edge]) => [id, whole(edge)]))
  const catalog = kerasCatalog()
  test.each(cases.map((each) => [each.name, each] as const))('%s', (_, { edge, refused, moving }) => {
    expect(illegal(catalog, { nodes: graph.nodes, edges }, whole(edge), moving ?? null)?.code ?? null).toBe(refused)
  })
})

describe('a refusal', () => {
  const nodes: Record<string, Node> = {
    a: layer('Dense', {}, 'first'),
    b: layer('Dense', {}, 'second'),
    look: layer('MultiHeadAttention', {}, 'look'),
  }
  const edges = { one: whole({ source: 'a', target: 'b' }) }

  test('names the way round the circle', () => {
    const wrong = illegal(CATALOG, { nodes, edges }, whole({ source: 'b', target: 'a' }))
    expect(wrong?.reason).toContain('first → second → first')
  })

  test('of a taken input names what is there', () => {
    const wrong = illegal(CATALOG, { nodes, edges }, whole({ source: 'look', target: 'b' }))
    expect(wrong?.reason).toContain('has it from first')
  })

  test('is not needed where another port is free', () => {
    const taken = { ...edges, two: whole({ source: 'a', target: 'look', target_port: 'query' }) }
    expect(arrival(CATALOG, { nodes, edges: taken }, { node: 'b', port: 'output' }, 'look')).toEqual({ port: 'value' })
  })
})
