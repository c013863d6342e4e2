import { describe, expect, test } from 'vitest'
import { drawChain, layer, person, port } from '../document/bench'
import { anchorsOf } from './anchors'
import { arrange } from './arrange'
import { bowOf, curveOf, distanceTo } from './curve'

describe('a wire', () => {
  test('is straight where it can be', () => {
    expect(curveOf({ x: 10, y: 0 }, { x: 10, y: 40 })).toEqual({ path: 'M10 0V40', middle: { x: 10, y: 20 } })
  })

  test('is near to the points along it and far from others', () => {
    const [from, to] = [
      { x: 0, y: 0 },
      { x: 0, y: 100 },
    ]
    expect(distanceTo({ x: 4, y: 50 }, from, to)).toBeCloseTo(4, 0)
    expect(distanceTo({ x: 90, y: 50 }, from, to)).toBeGreaterThan(80)
  })

  test('swings round what stands between its ends', () => {
    const layout = { a: { x: 0, y: 0 }, b: { x: 0, y: 84 }, c: { x: 0, y: 168 } }
    expect(Math.abs(bowOf(layout, 'a', 'c', 113, 113))).toBeGreaterThan(113)
    expect(bowOf(layout, 'a', 'b', 113, 113)).toBe(0)
    expect(bowOf({ ...layout, b: { x: 500, y: 84 } }, 'a', 'c', 113, 113)).toBe(0)
  })
})

test('one port stands in the middle, what may be left out at the right', () => {
  expect(anchorsOf([port('input')])[0]?.x).toBe(113)
  const lstm = anchorsOf([port('input'), port('initial_state', { required: false })])
  expect(lstm.map((anchor) => anchor.x)).toEqual([113, 210])
})

describe('tidying up', () => {
  test('puts every node below what feeds it', () => {
    const a = person()
    drawChain(a)
    const { nodes, edges } = a.graph.getState()
    const places = arrange(nodes, edges)
    for (const edge of Object.values(edges)) {
      expect(places[edge.target]?.y).toBeGreaterThan(places[edge.source]?.y ?? Infinity)
    }
  })

  test('leaves a way beside the chain for a wire that skips a layer', () => {
    const a = person()
    const [image, conv, flatten] = drawChain(a)
    a.edit.connect({ source: image ?? '', source_port: 'output', target: flatten ?? '', target_port: 'input' })
    const add = a.edit.addNode(layer('Add', {}), { after: { node: flatten ?? '', port: 'output' } })
    a.edit.connect({ source: conv ?? '', source_port: 'output', target: add, target_port: 'input' })
    const { nodes, edges } = a.graph.getState()
    const places = arrange(nodes, edges)
    expect(
      bowOf(places, conv ?? '', add, (places[conv ?? '']?.x ?? 0) + 113, (places[add]?.x ?? 0) + 113),
    ).not.toBeNaN()
    expect(Object.keys(places)).toHaveLength(6)
  })

  test('sets branches side by side without overlap, and survives a circle', () => {
    const a = person()
    const [image] = drawChain(a)
    a.edit.addNode(layer('Dense', { units: 2 }), { after: { node: image ?? '', port: 'output' } })
    const { nodes, edges } = a.graph.getState()
    const places = Object.values(arrange(nodes, edges))
    const clash = places.some((one, at) =>
      places.some((other, to) => to > at && one.y === other.y && Math.abs(one.x - other.x) < 226),
    )
    expect(clash).toBe(false)
    const circle = {
      ...edges,
      back: {
        source: Object.keys(nodes).at(-1) ?? '',
        source_port: 'output',
        target: image ?? '',
        target_port: 'input',
        order: 'a0',
      },
    }
    expect(Object.keys(arrange(nodes, circle))).toHaveLength(Object.keys(nodes).length)
  })
})
