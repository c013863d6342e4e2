import { describe, expect, test } from 'vitest'
import { homeOf, insideOf, portsOf } from '../catalog/blocks'
import { newInput, newOutput } from '../catalog/starts'
import type { BackboneNode } from '../contract'
import { drawChain, exchange, layer, person, wires, type Person } from './bench'
import { clipOf, readClip } from './clipboard'
import { blockAt, enter, goWhere, graphIn, seenIn, useLevel } from './level'

const now = (a: Person) => a.graph.getState()
const named = (a: Person, name: string) => Object.keys(now(a).nodes).find((id) => now(a).nodes[id]?.name === name) ?? ''
const names = (a: Person, block: string | null) => insideOf(now(a).nodes, block).map((id) => now(a).nodes[id]?.name).toSorted()
const wire = (source: string, target: string) => ({ source, source_port: 'output', target, target_port: 'input' })
const CHAIN = ['conv_1 → flatten_1', 'dense_1 → label', 'flatten_1 → dense_1', 'image → conv_1']

function grouped(a: Person): string {
  const [, conv, flatten] = drawChain(a)
  const id = a.edit.group([conv ?? '', flatten ?? ''])
  if (typeof id !== 'string') throw new Error(id.reason)
  return id
}

describe('grouping', () => {
  test('puts nodes into a block with a port for each tensor that crosses, in one step', () => {
    const a = person()
    const block = grouped(a)
    expect(names(a, null)).toEqual(['block_1', 'dense_1', 'image', 'label'])
    expect(names(a, block)).toEqual(['conv_1', 'flatten_1', 'x', 'y'])
    expect(wires(a)).toEqual([
      'block_1 → dense_1',
      'conv_1 → flatten_1',
      'dense_1 → label',
      'flatten_1 → y',
      'image → block_1',
      'x → conv_1',
    ])
    a.history.undo()
    expect(wires(a)).toEqual(CHAIN)
    expect(names(a, null)).toHaveLength(5)
  })

  test('names a port of the card after the end inside, on the wires by its id', () => {
    const a = person()
    const block = grouped(a)
    const [x] = portsOf(now(a).nodes, block, 'input')
    const into = Object.values(now(a).edges).find((edge) => edge.target === block)
    expect(into?.target_port).toBe(x)
    expect(now(a).nodes[x ?? '']).toMatchObject({ type: 'input', name: 'x', block })
  })

  test('gives one port to a tensor that several take, and keeps the order of a merge', () => {
    const a = person()
    const [image, conv, flatten] = drawChain(a)
    const other = a.edit.addNode(layer('Conv2D', {}, 'conv_2'), { after: { node: image ?? '', port: 'output' } })
    const add = a.edit.addNode(layer('Add', {}, 'add_1'), { after: { node: other, port: 'output' } })
    a.edit.connect(wire(conv ?? '', add))
    const block = a.edit.group([conv ?? '', other, add])
    if (typeof block !== 'string') throw new Error(block.reason)
    expect(portsOf(now(a).nodes, block, 'input')).toHaveLength(1)
    expect(portsOf(now(a).nodes, block, 'output')).toHaveLength(1) // conv_1's alone: what add_1 gives goes nowhere
    const into = Object.values(now(a).edges).filter((edge) => edge.target === add)
    expect(into.toSorted((x, y) => (x.order < y.order ? -1 : 1)).map(({ source }) => now(a).nodes[source]?.name)).toEqual([
      'conv_2',
      'conv_1',
    ])
    expect(now(a).nodes[flatten ?? '']?.block ?? null).toBeNull()
  })

  test('refuses what would leave the block and come back, and says what is missing', () => {
    const a = person()
    const [, conv, flatten, dense] = drawChain(a)
    const said = a.edit.group([conv ?? '', dense ?? ''])
    expect(said).toMatchObject({ also: [flatten] })
    expect((said as { reason: string }).reason).toContain('flatten_1')
    expect(wires(a)).toEqual(CHAIN)
  })

  test('leaves the ends of the model outside', () => {
    const a = person()
    const [image, , , , label] = drawChain(a)
    expect(a.edit.group([image ?? '', label ?? ''])).toHaveProperty('reason')
    const block = a.edit.group(Object.keys(now(a).nodes))
    expect(names(a, null)).toEqual(['block_1', 'image', 'label'])
    expect(names(a, block as string)).toEqual(['conv_1', 'dense_1', 'flatten_1', 'x', 'y'])
  })

  test('gives loose ends a port, so that the block can be wired', () => {
    const a = person()
    const first = a.edit.addNode(layer('Dense', { units: 3 }, 'dense_1'))
    a.edit.addNode(layer('Dense', { units: 4 }, 'dense_2'), { after: { node: first, port: 'output' } })
    const block = a.edit.group(Object.keys(now(a).nodes)) as string
    expect(wires(a)).toEqual(['dense_1 → dense_2', 'dense_2 → y', 'x → dense_1'])
    expect([portsOf(now(a).nodes, block, 'input').length, portsOf(now(a).nodes, block, 'output').length]).toEqual([1, 1])
  })

  test('stands where the nodes stood, and unpacking puts them back there', () => {
    const a = person()
    const [, conv, flatten, dense] = drawChain(a)
    const before = now(a).layout
    const block = a.edit.group([conv ?? '', flatten ?? '']) as string
    expect(now(a).layout[block]).toEqual(before[conv ?? ''])
    expect(now(a).layout[dense ?? '']).toEqual(before[flatten ?? '']) // the gap closes
    a.edit.unpack(block)
    expect(now(a).layout).toEqual(before)
  })
})

describe('unpacking', () => {
  test('takes grouping back', () => {
    const a = person()
    const block = grouped(a)
    a.edit.unpack(block)
    expect(wires(a)).toEqual(CHAIN)
    expect(names(a, null)).toEqual(['conv_1', 'dense_1', 'flatten_1', 'image', 'label'])
    expect(Object.keys(now(a).layout)).toHaveLength(5)
    a.history.undo()
    expect(names(a, block)).toEqual(['conv_1', 'flatten_1', 'x', 'y'])
  })

  test('writes out what comes several times, each with its own values', () => {
    const a = person()
    const block = grouped(a)
    a.edit.setRepeat(block, 3)
    a.edit.setVarying(block, named(a, 'conv_1'), 'filters', [8, 16, 32])
    a.edit.unpack(block)
    expect(wires(a)).toEqual([
      'conv_1 → flatten_1',
      'conv_2 → flatten_2',
      'conv_3 → flatten_3',
      'dense_1 → label',
      'flatten_1 → conv_2',
      'flatten_2 → conv_3',
      'flatten_3 → dense_1',
      'image → conv_1',
    ])
    const filters = ['conv_1', 'conv_2', 'conv_3'].map((name) => (now(a).nodes[named(a, name)] as { params: object }).params)
    expect(filters).toMatchObject([{ filters: 8 }, { filters: 16 }, { filters: 32 }])
  })

  test('is refused while others use the same layers', () => {
    const a = person()
    const block = grouped(a)
    const [again] = a.edit.reuse(block)
    expect(a.edit.unpack(block)).toHaveProperty('reason')
    expect(a.edit.unpack(again ?? '')).toHaveProperty('reason')
    a.edit.ownInside(again ?? '')
    expect(a.edit.unpack(block)).toBeInstanceOf(Array)
  })
})

describe('a block', () => {
  test('whose repeat changes keeps as many values', () => {
    const a = person()
    const block = grouped(a)
    const conv = named(a, 'conv_1')
    a.edit.setRepeat(block, 3)
    a.edit.setVarying(block, conv, 'filters', [8, 16, 32])
    a.edit.setRepeat(block, 2)
    expect(now(a).nodes[block]).toMatchObject({ repeat: 2, varying: { [conv]: { filters: [8, 16] } } })
    a.edit.setRepeat(block, 4)
    expect(now(a).nodes[block]).toMatchObject({ varying: { [conv]: { filters: [8, 16, 16, 16] } } })
    a.edit.remove([conv])
    expect(now(a).nodes[block]).toMatchObject({ varying: {} })
  })

  test('goes with what stands in it', () => {
    const a = person()
    const block = grouped(a)
    a.edit.remove([block])
    expect(wires(a)).toEqual(['dense_1 → label', 'image → dense_1'])
    expect(Object.keys(now(a).nodes)).toHaveLength(3)
    expect(Object.keys(now(a).layout)).toHaveLength(3)
    a.history.undo()
    expect(names(a, block)).toHaveLength(4)
  })

  test('loses the wires of a port that goes', () => {
    const a = person()
    const block = grouped(a)
    a.edit.remove([named(a, 'y')])
    expect(Object.values(now(a).edges).some((edge) => edge.source === block)).toBe(false)
    expect(wires(a)).toContain('image → block_1')
  })

  test('that others use goes on in the first of them', () => {
    const a = person()
    const block = grouped(a)
    const [again] = a.edit.reuse(block)
    expect(now(a).nodes[again ?? '']).toMatchObject({ shares: block, name: 'block_2' })
    expect(portsOf(now(a).nodes, again ?? '', 'input')).toEqual(portsOf(now(a).nodes, block, 'input'))
    a.edit.remove([block])
    expect(now(a).nodes[again ?? '']).toMatchObject({ shares: null })
    expect(names(a, again ?? '')).toEqual(['conv_1', 'flatten_1', 'x', 'y'])
  })

  test('gets an inside of its own, and its wires stay', () => {
    const a = person()
    const block = grouped(a)
    const [again] = a.edit.reuse(block) as [string]
    const [y] = portsOf(now(a).nodes, block, 'output')
    const [x] = portsOf(now(a).nodes, again, 'input')
    a.edit.connect({ source: block, source_port: y ?? '', target: again, target_port: x ?? '' })
    a.edit.ownInside(again)
    const [own] = portsOf(now(a).nodes, again, 'input')
    expect(own).not.toBe(x)
    expect(Object.values(now(a).edges).find((edge) => edge.target === again)?.target_port).toBe(own)
    expect(names(a, again)).toEqual(names(a, block))
  })

  test('is copied with everything in it, to this graph and to another', () => {
    const [a, b] = [person(), person()]
    const block = grouped(a)
    const clip = readClip(JSON.stringify(clipOf(now(a), [block])))!
    const [copy] = b.edit.paste(clip, { x: 0, y: 0 })
    expect(names(b, copy ?? '')).toEqual(['conv_1', 'flatten_1', 'x', 'y'])
    expect(wires(b)).toEqual(['conv_1 → flatten_1', 'flatten_1 → y', 'x → conv_1'])
    const [twin] = a.edit.duplicate([block])
    expect(names(a, twin ?? '')).toEqual(['conv_1', 'flatten_1', 'x', 'y'])
    expect(portsOf(now(a).nodes, twin ?? '', 'input')).not.toEqual(portsOf(now(a).nodes, block, 'input'))
  })

  test('that uses another again stays linked in this graph, and brings what it needs to another', () => {
    const [a, b] = [person(), person()]
    const block = grouped(a)
    const [again] = a.edit.reuse(block)
    const clip = clipOf(now(a), [again ?? ''])
    const [here] = a.edit.paste(clip, { x: 900, y: 0 })
    expect(now(a).nodes[here ?? '']).toMatchObject({ shares: block })
    expect(names(a, here ?? '')).toEqual([])
    const [there] = b.edit.paste(readClip(JSON.stringify(clip))!, { x: 0, y: 0 })
    expect(now(b).nodes[there ?? '']).toMatchObject({ shares: null })
    expect(names(b, there ?? '')).toEqual(['conv_1', 'flatten_1', 'x', 'y'])
  })

  test('takes what is added after a node inside', () => {
    const a = person()
    const block = grouped(a)
    const added = a.edit.addNode(layer('Dropout', { rate: 0.1 }), { after: { node: named(a, 'flatten_1'), port: 'output' } })
    expect(homeOf(now(a).nodes, added)).toBe(block)
    const wire = Object.entries(now(a).edges).find(([, edge]) => edge.target === named(a, 'y'))?.[0] ?? ''
    const put = a.edit.insertNode(layer('Dropout', { rate: 0.1 }), wire)
    expect(homeOf(now(a).nodes, put)).toBe(block)
  })
})

describe('a block from elsewhere', () => {
  const kept = () => {
    const a = person()
    const id = grouped(a)
    return clipOf(now(a), [id])
  }

  test('goes into a wire, after a node, or where it is let go, in one step', () => {
    const b = person()
    const [image, conv] = drawChain(b)
    const into = Object.entries(now(b).edges).find(([, edge]) => edge.source === image)?.[0] ?? ''
    b.edit.put(kept(), null, { type: 'into', edge: into })
    expect(wires(b)).toEqual(expect.arrayContaining(['image → block_1', 'block_1 → conv_1']))
    b.edit.put(kept(), null, { type: 'after', node: conv ?? '', port: 'output' })
    expect(wires(b)).toContain('conv_1 → block_2')
    const third = b.edit.put(kept(), null, { type: 'at', at: { x: 900, y: 40 } }) ?? ''
    expect(now(b).layout[third]).toEqual({ x: 900, y: 40 })
    for (let times = 0; times < 3; times += 1) b.history.undo()
    expect(wires(b)).toEqual(CHAIN)
  })

  test('goes into the block that is looked at', () => {
    const b = person()
    const block = grouped(b)
    const within = b.edit.put(kept(), block, { type: 'at', at: { x: 0, y: 0 } }) ?? ''
    expect(homeOf(now(b).nodes, within)).toBe(block)
    expect(names(b, within)).toEqual(['conv_1', 'flatten_1', 'x', 'y'])
  })
})

describe('two people', () => {
  test('a node put into a block that another deletes stands at the top', () => {
    const [a, b] = [person(), person()]
    const block = grouped(a)
    exchange(a, b)
    a.edit.remove([block])
    const added = b.edit.addNode(layer('Dense', {}, 'late'), { after: { node: named(b, 'flatten_1'), port: 'output' } })
    exchange(a, b)
    expect(now(a)).toEqual(now(b))
    expect(now(a).nodes[added]?.block).toBe(block)
    expect(homeOf(now(a).nodes, added)).toBeNull()
    expect(Object.keys(seenIn(now(a), null).nodes)).toContain(added)
  })

  test('two blocks put into each other stay in sight', () => {
    const [a, b] = [person(), person()]
    const one = grouped(a)
    const other = a.edit.group([named(a, 'dense_1')]) as string
    exchange(a, b)
    a.roots.nodes.get(one)?.set('block', other)
    b.roots.nodes.get(other)?.set('block', one)
    exchange(a, b)
    expect(insideOf(now(a).nodes, null)).toEqual(expect.arrayContaining([one, other]))
    a.edit.remove([one, other]) // and can be removed
    expect(names(a, null)).toEqual(['image', 'label'])
  })
})

describe('a level', () => {
  test('shows what stands in one block; the rest can be looked up', () => {
    const a = person()
    const block = grouped(a)
    const seen = graphIn(a.graph, block)
    const { nodes, edges, layout } = seen.getState()
    expect(Object.values(nodes).map(({ name }) => name).toSorted()).toEqual(['conv_1', 'flatten_1', 'x', 'y'])
    expect(Object.keys(edges)).toHaveLength(3)
    expect(Object.keys(layout)).toHaveLength(4)
    expect(nodes[block]).toBe(now(a).nodes[block])
    expect(Object.keys(graphIn(a.graph, null).getState().nodes)).toHaveLength(4)
  })

  test('is the graph itself while nothing is a block', () => {
    const a = person()
    drawChain(a)
    expect(graphIn(a.graph, null).getState()).toBe(now(a))
  })

  test('keeps what did not change there, and tells of what did', () => {
    const a = person()
    const block = grouped(a)
    const seen = graphIn(a.graph, block)
    const before = seen.getState()
    let told = 0
    seen.subscribe(() => (told += 1))
    a.edit.moveNodes({ [named(a, 'image')]: { x: 500, y: 500 } })
    expect(seen.getState().layout).toBe(before.layout)
    expect(seen.getState().edges).toBe(before.edges)
    a.edit.setParam(named(a, 'conv_1'), 'filters', 99)
    expect(seen.getState().nodes[named(a, 'conv_1')]).toMatchObject({ params: { filters: 99 } })
    expect(told).toBeGreaterThan(0)
  })

  test('is left when its block goes, and found for whatever is gone to', () => {
    const a = person()
    const block = grouped(a)
    useLevel.setState({ way: [] })
    goWhere(now(a).nodes, named(a, 'conv_1'))
    expect(blockAt(now(a).nodes, useLevel.getState().way)).toBe(block)
    a.edit.remove([block])
    expect(blockAt(now(a).nodes, useLevel.getState().way)).toBeNull()
    const other = a.edit.group([named(a, 'dense_1')]) as string
    enter(now(a).nodes, other) // whatever was left behind
    expect(blockAt(now(a).nodes, useLevel.getState().way)).toBe(other)
  })
})

describe('unfolding', () => {
  const base: BackboneNode = { type: 'backbone', name: 'base', application: 'ResNet50', params: {}, freeze: 'all', preprocess: true, block: null }
  const inside = () => {
    const layer = { type: 'layer', name: 'conv1', layer: 'Conv2D', params: {}, trainable: false, shares: null, bypassed: false } as const
    const block = { type: 'block', name: 'base', kind: 'model', repeat: 1, varying: {}, shares: null, prefixed: true, bypassed: false, block: null } as const
    return {
      nodes: { b: block, i: { ...newInput('x'), block: 'b' }, c: { ...layer, block: 'b' }, o: { ...newOutput('y'), block: 'b' } },
      edges: {
        e1: { source: 'i', source_port: 'output', target: 'c', target_port: 'input', order: 'a0' },
        e2: { source: 'c', source_port: 'output', target: 'o', target_port: 'input', order: 'a0' },
      },
      layout: { i: { x: 0, y: 0 }, c: { x: 0, y: 100 }, o: { x: 0, y: 200 } },
    }
  }

  test('puts the block where the backbone was, with its wires and what it begins from, in one step that undo takes back whole', () => {
    const a = person()
    const [image] = drawChain(a)
    const id = a.edit.addNode(base, { after: { node: image ?? '', port: 'output' }, before: { node: named(a, 'conv_1'), port: 'input' } })
    const before = now(a)
    a.edit.unfold(id, inside(), 'b', 'numbers')
    expect(now(a).nodes[id]).toMatchObject({ type: 'block', name: 'base', kind: 'model' })
    expect(names(a, id)).toEqual(['conv1', 'x', 'y'])
    expect(portsOf(now(a).nodes, id, 'input')).toEqual(['i'])
    expect(wires(a)).toEqual(expect.arrayContaining(['image → base', 'base → conv_1', 'x → conv1', 'conv1 → y']))
    const ends = Object.values(now(a).edges).filter(({ source, target }) => source === id || target === id)
    expect(ends.map(({ source, source_port, target_port }) => (source === id ? source_port : target_port)).toSorted()).toEqual(['i', 'o'])
    expect(now(a).training.begin).toBe('numbers')
    a.history.undo()
    expect(now(a).nodes).toEqual(before.nodes)
    expect(now(a).edges).toEqual(before.edges)
    expect(now(a).training.begin).toBeNull()
    a.history.redo()
    expect(names(a, id)).toEqual(['conv1', 'x', 'y'])
  })

  test('a node that is no backbone any more is left alone', () => {
    const a = person()
    const [image] = drawChain(a)
    const before = now(a).nodes
    a.edit.unfold(image ?? '', inside(), 'b', null)
    expect(now(a).nodes).toEqual(before)
  })
})
