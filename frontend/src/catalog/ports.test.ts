// Which ports a node has; tests/unit/test_graph_ports.py says the same of the same cases.

import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { Node } from '../contract'
import { indexCatalog } from './catalog'
import { inputsOf, outputsOf, wiresInto } from './ports'
import { wholeCatalog, type SlimCatalog } from './slim'

const read = (path: string): unknown => JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'))
const KERAS = read('../../../backend/layerloom/catalog/data/keras.json') as Pick<SlimCatalog, 'members'>
const CATALOG = indexCatalog(wholeCatalog({ keras_version: '', popular: [], groups: [], members: KERAS.members }))

interface Case {
  name: string
  node: Node
  wires?: string[]
  inputs: string[]
  outputs?: string[]
  count?: number
}

const { cases } = read('../../../tests/graphs/ports.json') as { cases: Case[] }

test.each(cases)('$name', ({ node, wires = [], inputs, outputs, count }) => {
  const whole = { params: {}, ...node } as Node
  const edges = Object.fromEntries(wires.map((target_port, at) => [`e${at}`, { target: 'n', target_port }]))
  const given = outputsOf(CATALOG, { n: whole }, whole, wiresInto(edges, 'n')).map(({ name }) => name)
  expect(inputsOf(CATALOG, { n: whole }, whole).map(({ name }) => name)).toEqual(inputs)
  if (outputs) expect(given).toEqual(outputs)
  else expect(given).toHaveLength(count ?? 0)
})
