import { describe, expect, test } from 'vitest'
import { newCustom } from '../catalog/custom'
import type { Code } from '../contract'
import { drawChain, layer, person, port, wires } from './bench'
import { clipOf, readClip } from './clipboard'

const text = (value: unknown) => readClip(JSON.stringify(value))

describe('the clipboard', () => {
  test('carries a part of a graph to another one', () => {
    const [a, b] = [person(), person()]
    const [, conv, flatten] = drawChain(a)
    const clip = text(clipOf(a.graph.getState(), [conv ?? '', flatten ?? '']))
    b.edit.paste(clip!, { x: 0, y: 0 })
    expect(wires(b)).toEqual(['conv_1 → flatten_1'])
  })

  test('keeps the wires that come from outside only when asked, and only where they come from is there', () => {
    const [a, b] = [person(), person()]
    const [, conv] = drawChain(a)
    const clip = text(clipOf(a.graph.getState(), [conv ?? '']))!
    a.edit.paste(clip, { x: 500, y: 0 })
    expect(wires(a).filter((wire) => wire.endsWith('conv_2'))).toEqual([])
    a.edit.paste(clip, { x: 500, y: 300 }, true)
    expect(wires(a).filter((wire) => wire.endsWith('conv_3'))).toEqual(['image → conv_3'])
    b.edit.paste(clip, { x: 0, y: 0 }, true)
    expect(wires(b)).toEqual([])
  })

  test('puts nothing over what stands there', () => {
    const a = person()
    const [, conv] = drawChain(a)
    const at = a.graph.getState().layout[conv ?? '']!
    const [copy] = a.edit.paste(clipOf(a.graph.getState(), [conv ?? '']), at)
    const place = a.graph.getState().layout[copy ?? '']
    expect(place).toEqual({ x: at.x + 260, y: at.y })
  })

  test('carries notes, with or without nodes', () => {
    const a = person()
    const id = a.edit.addNote({ text: '**why**', color: 'blue', x: 7, y: 9 })
    a.edit.paste(text(clipOf(a.graph.getState(), [], [id]))!, { x: 400, y: 0 })
    const notes = Object.values(a.graph.getState().notes)
    expect(notes.map((note) => [note.text, note.color, note.x])).toEqual([
      ['**why**', 'blue', 7],
      ['**why**', 'blue', 400],
    ])
  })

  test('reads nothing but a clip or a graph', () => {
    expect(readClip('hello')).toBeNull()
    expect(readClip('{"nodes": 3}')).toBeNull()
    expect(readClip('{"nodes": {}}')).toBeNull()
    expect(readClip('{"nodes": {"a": null}}')).toBeNull()
    expect(text({ nodes: { a: layer('Dense') } })?.edges).toEqual({})
  })

  test('mends a note that somebody wrote by hand', () => {
    const note = text({ nodes: {}, notes: { n: { text: 'x', color: 'mauve', x: '3' }, m: 4 } })?.notes
    expect(note).toEqual({ n: { text: 'x', x: 0, y: 0, width: 220, height: 120, color: 'yellow', block: null } })
  })
})

test('a copied node takes its code along: the same where it is there already, and never in the place of other code', () => {
  const [a, b] = [person(), person()]
  const code = (name: string): Code => ({
    name,
    kind: 'layer',
    source: `class ${name}: pass`,
    params: [],
    inputs: [port('x')],
    outputs: [port('output')],
    defines: [name],
    tried: {},
    proof: name,
  })
  a.edit.keepCode('c', code('Mine'))
  a.edit.keepCode('unused', code('Unused'))
  b.edit.keepCode('c', code('Other'))
  const id = a.edit.addNode(newCustom('c', code('Mine')))
  const clip = readClip(JSON.stringify(clipOf(a.graph.getState(), [id])))!
  expect(Object.keys(clip.code ?? {})).toEqual(['c'])
  b.edit.paste(clip, { x: 0, y: 0 })
  b.edit.paste(clip, { x: 0, y: 200 })
  const { nodes, code: kept } = b.graph.getState()
  const called = Object.values(nodes).map((node) => (node.type === 'custom' ? kept[node.code ?? '']?.name : ''))
  expect(called).toEqual(['Mine', 'Mine'])
  expect(Object.values(kept).map(({ name }) => name).toSorted()).toEqual(['Mine', 'Other'])
})
