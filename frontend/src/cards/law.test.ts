// Every sum on our cards comes to what Keras counts, and every line of code is the exported script's, at real shapes of each layer.

import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { CATALOG, type Case, CASES, cardOf, languages } from './bench'
import { codeOf } from './code'
import { tellingOf } from './telling'
import { sizesOf, sumsOf, total } from './lines'

const words = ({ code }: Case) => code

describe.each(languages)('the cards in %s', (language) => {
  test.each(CASES.map((each) => [words(each), each] as const))('%s: parameters', (_, each) => {
    const { facts } = tellingOf(CATALOG, each.graph, each.inference, 'layer', (layer) => cardOf(layer, language))
    const lines = sumsOf(each.card(language)['Parameters'] ?? '', facts)
    expect(total(lines)).toBe(each.inference['layer']?.params)
  })

  test.each(CASES.map((each) => [words(each), each] as const))('%s: sizes', (_, each) => {
    const { facts } = tellingOf(CATALOG, each.graph, each.inference, 'layer', (layer) => cardOf(layer, language))
    const section = each.card(language)['Output size'] ?? ''
    const lines = sizesOf(section, facts)
    if (section) expect(lines.length).toBeGreaterThan(0)
    for (const line of lines) expect([line.label, line.value]).toEqual([line.label, facts.get(line.label)])
  })
})

test.each(CASES.map((each) => [words(each), each] as const))('%s is written as in the script', (_, each) => {
  const node = each.graph.nodes['layer']
  if (node?.type !== 'layer') throw new Error('no layer')
  const member = CATALOG.get('layer', node.layer)
  expect(member && codeOf(CATALOG, member, node.params, node.name, 1000)).toBe(each.code)
})

test('every card of ours is held to Keras', () => {
  const folder = new URL('../../../backend/layerloom/catalog/cards/en/', import.meta.url)
  const written = readdirSync(folder).map((name) => name.replace(/\.md$/, ''))
  const held = new Set(CASES.map(({ layer }) => layer))
  expect(written.filter((layer) => !held.has(layer))).toEqual([])
  expect(readFileSync(new URL('Dense.md', folder), 'utf8')).toContain('## Parameters')
})
