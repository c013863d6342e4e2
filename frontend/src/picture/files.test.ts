import fc from 'fast-check'
import { deflateSync } from 'node:zlib'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Graph } from '../contract'
import { Refusal } from '../server/refusal'
import { speak } from '../words/words'
import { MOST, packed, unpacked } from './link'
import { graphInSvg, metadataOf } from './metadata'
import { crc, graphIn, KEYWORD, withGraph } from './png'
import { FILE_BYTES, graphText } from './read'

beforeAll(() => speak('en'))

const GRAPH = JSON.stringify({ version: 1, name: 'Ünïcødé 数据 <b>&"\'', nodes: {}, edges: {} })

/** One red pixel. */
const PIXEL = Uint8Array.from(
  atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg=='),
  (letter) => letter.charCodeAt(0),
)

function chunk(type: string, data: Uint8Array, sum?: number): Uint8Array {
  const body = Uint8Array.from([...type].map((letter) => letter.charCodeAt(0)).concat([...data]))
  const made = new Uint8Array(body.length + 8)
  new DataView(made.buffer).setUint32(0, data.length)
  made.set(body, 4)
  new DataView(made.buffer).setUint32(made.length - 4, sum ?? crc(body))
  return made
}

function png(...chunks: Uint8Array[]): Uint8Array {
  return Uint8Array.from([...PIXEL.subarray(0, 33), ...chunks.flatMap((one) => [...one]), ...PIXEL.subarray(33)])
}

function itxt(text: Uint8Array, flag = 1, method = 0): Uint8Array {
  return Uint8Array.from([...[...KEYWORD].map((letter) => letter.charCodeAt(0)), 0, flag, method, 0, 0, ...text])
}

function file(content: Uint8Array | string, name: string): File {
  return new File([content as BlobPart], name)
}

async function codeOf(work: Promise<unknown>): Promise<string> {
  const error = await work.then(
    () => null,
    (error: unknown) => error,
  )
  if (!(error instanceof Refusal)) throw error ?? new Error('it was taken')
  const [problem] = error.problems
  expect(problem?.title).not.toContain('picture-')
  expect(problem?.message).not.toContain('picture-')
  return problem?.code ?? ''
}

describe('a PNG', () => {
  test('keeps the graph inside, and the picture as it was around it', async () => {
    const made = await withGraph(PIXEL, GRAPH)
    expect(await graphIn(made)).toBe(GRAPH)
    expect(await graphText(file(made, 'a.png'))).toBe(GRAPH)
    expect([...made.subarray(0, 33), ...made.subarray(-(PIXEL.length - 33))]).toEqual([...PIXEL])
  })

  test('takes any text there is', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme' }), async (text) => {
        expect(await graphIn(await withGraph(PIXEL, text))).toBe(text)
      }),
      { numRuns: 30 },
    )
  })

  test('is known by what it is, not by its name', async () => {
    expect(await graphText(file(await withGraph(PIXEL, GRAPH), 'picture.json'))).toBe(GRAPH)
  })

  test('written by another program without compression is read', async () => {
    expect(await graphIn(png(chunk('iTXt', itxt(new TextEncoder().encode(GRAPH), 0))))).toBe(GRAPH)
  })

  test('without a graph says so', async () => {
    expect(await graphIn(PIXEL)).toBeNull()
    expect(await codeOf(graphText(file(PIXEL, 'photo.png')))).toBe('picture_without_graph')
  })

  test.each([
    ['a wrong sum', () => png(chunk('iTXt', itxt(deflateSync(GRAPH)), 1234))],
    ['one byte turned', () => png(chunk('iTXt', itxt(deflateSync(GRAPH)))).map((byte, at) => (at === 70 ? byte ^ 4 : byte))],
    ['bytes that are no stream', () => png(chunk('iTXt', itxt(Uint8Array.of(1, 2, 3, 4))))],
    ['a stream that ends early', () => png(chunk('iTXt', itxt(deflateSync(GRAPH).subarray(0, 12))))],
    ['an unknown compression', () => png(chunk('iTXt', itxt(deflateSync(GRAPH), 1, 7)))],
    ['no end of its names', () => png(chunk('iTXt', itxt(new Uint8Array()).subarray(0, KEYWORD.length + 3)))],
    ['text that is no JSON', () => png(chunk('iTXt', itxt(deflateSync('<html>'))))],
    ['JSON that is no object', () => png(chunk('iTXt', itxt(deflateSync('[1]'))))],
    ['bytes that are no text', () => png(chunk('iTXt', itxt(deflateSync(Uint8Array.of(0xff, 0xfe, 0xff)))))],
  ])('whose graph has %s is refused as damaged', async (_, made) => {
    expect(await codeOf(graphText(file(made(), 'a.png')))).toBe('graph_damaged')
  })

  test('whose graph is cut off, or claims four gigabytes, is refused at once', async () => {
    const whole = png(chunk('iTXt', itxt(deflateSync(GRAPH))))
    expect(await codeOf(graphText(file(whole.subarray(0, 90), 'a.png')))).toBe('graph_damaged')
    const huge = whole.slice()
    new DataView(huge.buffer).setUint32(33, 0xffffffff)
    expect(await codeOf(graphText(file(huge, 'a.png')))).toBe('graph_damaged')
  })

  test('that unpacks to more than any graph is refused before it is all there', async () => {
    const bomb = png(chunk('iTXt', itxt(deflateSync(new Uint8Array(64_000_000)))))
    expect(bomb.length).toBeLessThan(100_000)
    expect(await codeOf(graphText(file(bomb, 'a.png')))).toBe('graph_too_large')
  })
})

describe('an SVG', () => {
  const svg = (inside: string) => `<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg">${inside}</svg>`

  test('keeps any graph inside', async () => {
    expect(await graphText(file(svg(metadataOf(GRAPH)), 'a.svg'))).toBe(GRAPH)
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(graphInSvg(metadataOf(`{${text}}`))).toBe(`{${text}}`)
      }),
    )
  })

  test('written anew by another program is read: a prefix, numbers for letters, CDATA', () => {
    expect(graphInSvg('<l:layerloom-graph xmlns:l="urn:layerloom:graph" a="b">\n{&#x22;a&#34;:1}\n</l:layerloom-graph>')).toBe('{"a":1}')
    expect(graphInSvg('<layerloom-graph><![CDATA[{"a&lt;":1}]]></layerloom-graph>')).toBe('{"a&lt;":1}')
  })

  test('without a graph, cut off, or with entities that expand without end is refused', async () => {
    expect(await codeOf(graphText(file(svg('<rect/>'), 'a.svg')))).toBe('picture_without_graph')
    expect(await codeOf(graphText(file(svg('<metadata><layerloom-graph>{'), 'a.svg')))).toBe('graph_damaged')
    const laughs = `<!DOCTYPE svg [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>${svg('<layerloom-graph>&b;</layerloom-graph>')}`
    expect(await codeOf(graphText(file(laughs, 'a.svg')))).toBe('graph_damaged')
  })
})

test('a graph as JSON comes through as it is, and what is neither graph nor picture is named', async () => {
  expect((await graphText(file(`\ufeff ${GRAPH}`, 'a.json'))).trim()).toBe(GRAPH)
  expect(await codeOf(graphText(file('{"version": 1,', 'a.json')))).toBe('graph_damaged')
  expect(await codeOf(graphText(file('a,b\n1,2', 'table.csv')))).toBe('unknown_file')
  expect(await codeOf(graphText(file('<html></html>', 'page.html')))).toBe('unknown_file')
  expect(await codeOf(graphText(file(Uint8Array.of(0xff, 0xd8, 0xff), 'photo.jpg')))).toBe('unknown_file')
  expect(await codeOf(graphText(file('', 'empty.png')))).toBe('unknown_file')
})

test('a file of fifty megabytes is refused before it is read', async () => {
  const large = { size: FILE_BYTES + 1, name: 'a.png', arrayBuffer: () => Promise.reject(new Error('it was read')) }
  expect(await codeOf(graphText(large as unknown as File))).toBe('graph_too_large')
})

describe('a link', () => {
  const graph = JSON.parse(GRAPH) as Graph

  test('holds a graph and gives it back', async () => {
    const text = await packed(graph)
    expect(text).toMatch(/^[\w-]+$/)
    expect(JSON.parse(await unpacked(text))).toEqual(graph)
  })

  test('of a model that is too large is refused with both sizes', async () => {
    const noise = Array.from({ length: 20_000 }, () => Math.random().toString(36)).join('')
    expect(await codeOf(packed({ ...graph, name: noise }))).toBe('link_too_long')
    expect(await codeOf(unpacked('A'.repeat(3 * MOST)))).toBe('link_too_long')
  })

  test.each(['', '*', 'AAAA', '%E0%A4%A', 'eJx-_A'])('that is not whole (%s) is refused', async (text) => {
    expect(await codeOf(unpacked(text))).toMatch('link_damaged')
  })
})
