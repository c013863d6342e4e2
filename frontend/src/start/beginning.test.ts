import { beforeAll, describe, expect, test, vi } from 'vitest'
import type { DatasetEntry } from '../contract'
import type { Api } from '../server/api'
import { metadataOf } from '../picture/metadata'
import { problem, Refusal } from '../server/refusal'
import { speak } from '../words/words'
import { beginWith, starter } from './beginning'

beforeAll(() => speak('en'))

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

  test('from a table waits for an engine that is still starting, and for no other refusal', async () => {
    vi.useFakeTimers()
    const refused = (code: string) => new Refusal([problem(code, '', '')], 503)
    const answers = [refused('worker_starting'), refused('worker_starting'), refused('no_header')]
    const said: string[] = []
    const api = { uploadDataset: () => Promise.reject(answers.shift() ?? new Error('asked once too often')) } as unknown as Api
    const work = beginWith(new File(['a,b'], 'flowers.csv'), api, (words) => said.push(words)).catch((error: unknown) => error)
    await vi.advanceTimersByTimeAsync(10_000)
    expect(((await work) as Refusal).problems[0]?.code).toBe('no_header')
    expect(said).toHaveLength(2)
    vi.useRealTimers()
  })

  test('from a graph file, or from a picture of it, hands its text on unread', async () => {
    const seen: string[] = []
    const api = { importProject: async (text: string) => (seen.push(text), { id: 'p' }) } as unknown as Api
    await beginWith(new File(['{"a":1,"a":2}'], 'graph.json'), api, () => undefined)
    await beginWith(new File([`<svg>${metadataOf('{"a":3}')}</svg>`], 'drawing.svg'), api, () => undefined)
    expect(seen).toEqual(['{"a":1,"a":2}', '{"a":3}'])
  })

  test.each([
    ['an archive', new File(['PK'], 'model.zip'), 'unknown_file', /table.*model\.zip/s],
    ['a folder', { name: 'nets', size: 4096, arrayBuffer: () => Promise.reject(new Error('a folder')) } as unknown as File, 'unknown_file', /nets/],
    ['half a graph', new File(['{"version": 1,'], 'graph.json'), 'graph_damaged', /Save it/],
    ['a photo', new File(['<svg></svg>'], 'photo.svg'), 'picture_without_graph', /photo\.svg/],
  ])('from %s is refused with what can be opened', async (_, file, code, words) => {
    const refused = await beginWith(file, {} as Api, () => undefined).catch((error: unknown) => error)
    expect(refused).toBeInstanceOf(Refusal)
    expect((refused as Refusal).problems[0]).toMatchObject({ code, message: expect.stringMatching(words) as string })
  })
})
