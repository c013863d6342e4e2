import { describe, expect, test } from 'vitest'
import { drawChain, exchange, layer, person, wires } from './bench'
import { linksOf } from './links'
import { NOTHING, useSelection } from './selection'

const CHAIN = ['conv_1 → flatten_1', 'dense_1 → label', 'flatten_1 → dense_1', 'image → conv_1']

describe('edits', () => {
  test('a new node gets the first free name', () => {
    const a = person()
    a.edit.addNode(layer('Dense', {}, 'dense_1'))
    a.edit.addNode(layer('Dense', {}, 'dense_1'))
    a.edit.addNode(layer('Dense', {}, 'dense_1'))
    expect(Object.values(a.graph.getState().nodes).map((node) => node.name)).toEqual(['dense_1', 'dense_2', 'dense_3'])
  })

  test('a chain is drawn by adding each after the last', () => {
    const a = person()
    drawChain(a)
    expect(wires(a)).toEqual(CHAIN)
  })

  test('deleting in the middle heals the wires, and undo brings everything back', () => {
    const a = person()
    const [, , flatten] = drawChain(a)
    const before = a.graph.getState()
    a.edit.remove([flatten ?? ''])
    expect(wires(a)).toEqual(['conv_1 → dense_1', 'dense_1 → label', 'image → conv_1'])
    a.history.undo()
    expect(a.graph.getState()).toEqual(before)
    a.history.redo()
    expect(wires(a)).toEqual(['conv_1 → dense_1', 'dense_1 → label', 'image → conv_1'])
  })

  test('several deleted at once heal to the first that stays', () => {
    const a = person()
    const [, conv, flatten] = drawChain(a)
    a.edit.remove([flatten ?? '', conv ?? ''])
    expect(wires(a)).toEqual(['dense_1 → label', 'image → dense_1'])
  })

  test('nodes deleted together with their wires heal all the same', () => {
    const a = person()
    const [, conv, flatten] = drawChain(a)
    a.edit.remove([flatten ?? '', conv ?? ''], Object.keys(a.graph.getState().edges))
    expect(wires(a)).toEqual(['image → dense_1']) // the wire into label was chosen by itself
  })

  test('a healed wire that is there already is not drawn twice', () => {
    const a = person()
    const [, conv, flatten] = drawChain(a)
    const add = a.edit.addNode(layer('Add', {}, 'add_1'), { after: { node: conv ?? '', port: 'output' } })
    a.edit.connect({ source: flatten ?? '', source_port: 'output', target: add, target_port: 'input' })
    a.edit.remove([flatten ?? ''])
    expect(wires(a).filter((wire) => wire.endsWith('add_1'))).toEqual(['conv_1 → add_1'])
  })

  test('inserting on a wire puts the node between its ends and makes room', () => {
    const a = person()
    const [, conv, flatten] = drawChain(a)
    const wire = Object.entries(a.graph.getState().edges).find(([, edge]) => edge.source === conv)?.[0] ?? ''
    const before = a.graph.getState().layout[flatten ?? '']?.y ?? 0
    const dropout = a.edit.insertNode(layer('Dropout', { rate: 0.5 }, 'dropout_1'), wire)
    expect(wires(a)).toContain('conv_1 → dropout_1')
    expect(wires(a)).toContain('dropout_1 → flatten_1')
    const { layout } = a.graph.getState()
    expect(layout[flatten ?? '']?.y).toBeGreaterThan(before)
    expect(layout[dropout]?.y).toBeLessThan(layout[flatten ?? '']?.y ?? 0)
    a.history.undo()
    expect(wires(a)).toEqual(CHAIN)
  })

  test('several layers are bypassed in one step, and a sharer without its owner', () => {
    const a = person()
    const [, conv, flatten] = drawChain(a)
    const twin = a.edit.addNode({ ...layer('Conv2D', {}, 'conv_2'), shares: conv ?? '' } as never)
    const bypassed = () =>
      Object.entries(a.graph.getState().nodes).flatMap(([id, node]) => ('bypassed' in node && node.bypassed ? [id] : []))
    a.edit.setFields([flatten ?? '', twin], 'bypassed', true)
    expect(bypassed()).toEqual([flatten, twin])
    a.history.undo()
    expect(bypassed()).toEqual([])
  })

  test('wires into one port keep the order in which they were drawn', () => {
    const a = person()
    const [image, conv, flatten] = drawChain(a)
    const add = a.edit.addNode(layer('Add', {}, 'add_1'))
    for (const source of [flatten, image, conv]) {
      a.edit.connect({ source: source ?? '', source_port: 'output', target: add, target_port: 'input' })
    }
    const arriving = Object.values(a.graph.getState().edges).filter((edge) => edge.target === add)
    const inOrder = arriving.toSorted((one, other) => (one.order < other.order ? -1 : 1))
    expect(inOrder.map((edge) => edge.source)).toEqual([flatten, image, conv])
  })

  test('a wire whose beginning is moved keeps its place among those into one port', () => {
    const a = person()
    const [image, conv, flatten, dense] = drawChain(a)
    const add = a.edit.addNode(layer('Add', {}, 'add_1'))
    for (const source of [image, conv, flatten]) {
      a.edit.connect({ source: source ?? '', source_port: 'output', target: add, target_port: 'input' })
    }
    const into = () => linksOf(a.graph.getState().edges).into(add)
    const second = into()[1]!
    a.edit.reconnect(second.id, { ...second, source: dense ?? '' })
    expect(into().map((edge) => edge.source)).toEqual([image, dense, flatten])
    a.history.undo()
    expect(into().map((edge) => edge.source)).toEqual([image, conv, flatten])
  })

  test('a wire whose end is moved leaves the old port and arrives at the new one', () => {
    const a = person()
    const [, conv] = drawChain(a)
    const wire = Object.entries(a.graph.getState().edges).find(([, edge]) => edge.target === conv)!
    const other = a.edit.addNode(layer('Dense', { units: 1 }, 'other'))
    a.edit.reconnect(wire[0], { ...wire[1], target: other })
    expect(wires(a)).toContain('image → other')
    expect(wires(a)).not.toContain('image → conv_1')
  })

  test('a value equal to the default is not written, and null is', () => {
    const a = person()
    const [, conv] = drawChain(a)
    const params = () => (a.graph.getState().nodes[conv ?? ''] as { params: object }).params
    a.edit.setParam(conv ?? '', 'padding', 'same')
    expect(params()).toEqual({ filters: 8, kernel_size: [3, 3], padding: 'same' })
    a.edit.setParam(conv ?? '', 'padding', 'valid')
    a.edit.setParam(conv ?? '', 'kernel_initializer', null)
    expect(params()).toEqual({ filters: 8, kernel_size: [3, 3], kernel_initializer: null })
  })

  test('a drag is one step of undo and restores the selection', () => {
    const a = person()
    useSelection.setState(NOTHING)
    const [image, conv] = drawChain(a)
    useSelection.setState({ nodes: [image ?? '', conv ?? ''], edges: [] })
    const before = a.graph.getState().layout
    a.edit.moveNodes({ [image ?? '']: { x: 100, y: 8 }, [conv ?? '']: { x: 200, y: 300 } })
    useSelection.setState(NOTHING)
    a.history.undo()
    expect(a.graph.getState().layout).toEqual(before)
    expect(useSelection.getState().nodes).toEqual([image, conv])
  })

  test('deleting the owner of a shared layer promotes a sharer', () => {
    const a = person()
    const owner = a.edit.addNode(layer('Dense', { units: 7 }, 'dense_1'))
    const first = a.edit.addNode({ ...layer('Dense', {}, 'twin_1'), shares: owner })
    const second = a.edit.addNode({ ...layer('Dense', {}, 'twin_2'), shares: owner })
    a.edit.remove([owner])
    const { nodes } = a.graph.getState()
    const heirs = [first, second].toSorted()
    expect(nodes[heirs[0] ?? '']).toMatchObject({ params: { units: 7 }, shares: null })
    expect(nodes[heirs[1] ?? '']).toMatchObject({ shares: heirs[0] })
  })

  test('a parameter of a sharer is the owner’s', () => {
    const a = person()
    const owner = a.edit.addNode(layer('Dense', { units: 7 }, 'dense_1'))
    const twin = a.edit.addNode({ ...layer('Dense', {}, 'twin_1'), shares: owner })
    a.edit.setParam(twin, 'units', 9)
    expect(a.graph.getState().nodes[owner]).toMatchObject({ params: { units: 9 } })
    expect(a.graph.getState().nodes[twin]).toMatchObject({ params: {} })
  })

  test('a fix is one step, whatever it changes', () => {
    const a = person()
    const [, conv, flatten, dense] = drawChain(a)
    const wire = Object.entries(a.graph.getState().edges).find(([, edge]) => edge.source === flatten)?.[0] ?? ''
    a.edit.applyFix([
      { type: 'insert_on_edge', edge: wire, id: 'new_1', node: layer('Dropout', { rate: 0.2 }, 'dropout_1') },
      { type: 'set_param', node: dense ?? '', param: 'units', value: 3 as never },
      { type: 'set_training', field: 'epochs', value: 3 },
      { type: 'remove_node', node: conv ?? '', heal: true },
    ])
    expect(wires(a)).toEqual(['dense_1 → label', 'dropout_1 → dense_1', 'flatten_1 → dropout_1', 'image → flatten_1'])
    expect(a.graph.getState().training.epochs).toBe(3)
    a.history.undo()
    expect(wires(a)).toEqual(CHAIN)
    expect(a.graph.getState().training.epochs).toBe(10)
  })

  test('undo a lot, then redo it all: the document is unchanged', () => {
    const a = person()
    const [, conv, flatten] = drawChain(a)
    a.edit.setParam(conv ?? '', 'filters', 64)
    a.edit.remove([flatten ?? ''])
    a.edit.duplicate([conv ?? ''])
    const before = a.graph.getState()
    for (let times = 0; times < 20; times += 1) a.history.undo()
    expect(a.graph.getState().nodes).toEqual({})
    for (let times = 0; times < 20; times += 1) a.history.redo()
    expect(a.graph.getState()).toEqual(before)
  })

  test('pasted nodes are new: new ids, free names, the same wires among them', () => {
    const a = person()
    const [, conv, flatten] = drawChain(a)
    const ids = a.edit.duplicate([conv ?? '', flatten ?? ''])
    const names = ids.map((id) => a.graph.getState().nodes[id]?.name)
    expect(names).toEqual(['conv_2', 'flatten_2'])
    expect(wires(a)).toContain('conv_2 → flatten_2')
  })
})

describe('two people', () => {
  test('who edit apart converge, and each undoes only their own', () => {
    const [a, b] = [person(), person()]
    const [, conv, , dense] = drawChain(a)
    exchange(a, b)
    a.edit.setParam(conv ?? '', 'filters', 16)
    b.edit.setParam(conv ?? '', 'padding', 'same')
    b.edit.setParam(dense ?? '', 'units', 3)
    exchange(a, b)
    expect(a.graph.getState()).toEqual(b.graph.getState())
    expect(a.graph.getState().nodes[conv ?? '']).toMatchObject({ params: { filters: 16, padding: 'same' } })
    a.history.undo()
    exchange(a, b)
    expect(b.graph.getState().nodes[conv ?? '']).toMatchObject({ params: { filters: 8, padding: 'same' } })
    expect(b.graph.getState().nodes[dense ?? '']).toMatchObject({ params: { units: 3 } })
  })
})

describe('the picture of the graph', () => {
  test('keeps every object that did not change', () => {
    const a = person()
    const [image, conv, flatten] = drawChain(a)
    const before = a.graph.getState()
    a.edit.setParam(conv ?? '', 'filters', 9)
    const after = a.graph.getState()
    expect(after.nodes[image ?? '']).toBe(before.nodes[image ?? ''])
    expect(after.nodes[flatten ?? '']).toBe(before.nodes[flatten ?? ''])
    expect(after.nodes[conv ?? '']).not.toBe(before.nodes[conv ?? ''])
    expect(after.edges).toBe(before.edges)
    expect(after.layout).toBe(before.layout)
  })

  test('changes once for one step', () => {
    const a = person()
    const [, conv] = drawChain(a)
    let times = 0
    a.graph.subscribe(() => (times += 1))
    a.edit.remove([conv ?? ''])
    expect(times).toBe(1)
  })
})
