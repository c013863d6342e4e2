import { describe, expect, test } from 'vitest'
import type { DatasetEntry } from '../contract'
import type { Api } from '../server/api'
import { Refusal } from '../server/refusal'
import { beginWith, starter } from './beginning'

const entry = {
  source: { type: 'csv', id: 'f00', file_name: 'flowers.csv', missing: 'fill' },
  spec: { target: 'species' },
} as DatasetEntry

describe('a beginning', () => {
  test('from a table ends in the layer that fits its target', () => {
    const graph = starter(
      'flowers',
      entry,
      { units: 3, activation: 'softmax', loss: { name: 'x', params: {} }, metrics: [] },
      '3.15.1',
    )
    expect(graph).toMatchObject({
      version: 1,
      name: 'flowers',
      nodes: { head: { params: { units: 3, activation: 'softmax' } } },
    })
    expect(Object.keys(graph['edges'] as object)).toEqual([
      'columns-dense_1',
      'dense_1-dense_2',
      'dense_2-head',
      'head-target',
    ])
  })

  test('from a graph file hands its text on unread', async () => {
    const seen: string[] = []
    const api = { importProject: async (text: string) => (seen.push(text), { id: 'p' }) } as unknown as Api
    await beginWith(new File(['{"a":1,"a":2}'], 'graph.json'), api, () => undefined)
    expect(seen).toEqual(['{"a":1,"a":2}'])
  })

  test('from anything else is refused with what can be opened', async () => {
    const refused = beginWith(new File([''], 'model.zip'), {} as Api, () => undefined)
    await expect(refused).rejects.toBeInstanceOf(Refusal)
  })
})
