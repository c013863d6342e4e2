import { describe, expect, test } from 'vitest'
import type { Thumbnail } from '../contract'
import { GROUPS } from '../ui/glyphs'
import { miniature } from './miniature'

const size = { width: 240, height: 110 }
const chain = (count: number): Thumbnail => ({
  nodes: Array.from({ length: count }, (_, at) => ({ x: 0, y: at * 84, group: at ? 'conv' : 'io', icon: at ? 'conv2d' : 'input' })),
  edges: Array.from({ length: count - 1 }, (_, at): [number, number] => [at, at + 1]),
})
const pair: Thumbnail = {
  nodes: [0, 260].map((x) => ({ x, y: 0, group: 'core', icon: 'dense' })),
  edges: [],
}

describe('a miniature', () => {
  test.each([1, 2, 5, 12, 40, 200])('of %i nodes stays inside its picture, and none covers another', (count) => {
    const { beads, size: bead } = miniature(chain(count), size)
    expect(beads).toHaveLength(count)
    for (const [at, { x, y }] of beads.entries()) {
      expect(Math.min(x, y)).toBeGreaterThanOrEqual(-0.01)
      expect(x + bead).toBeLessThanOrEqual(size.width + 0.01)
      expect(y + bead).toBeLessThanOrEqual(size.height + 0.01)
      const next = beads[at + 1]
      if (next) expect(Math.hypot(next.x - x, next.y - y)).toBeGreaterThan(bead)
    }
  })

  test('of a chain runs from left to right, of what stands side by side from top to bottom', () => {
    const { beads } = miniature(chain(4), size)
    expect(beads.map(({ x }) => x)).toEqual(beads.map(({ x }) => x).toSorted((a, b) => a - b))
    expect(new Set(beads.map(({ y }) => y)).size).toBe(1)
    const [one, other] = miniature({ ...pair, edges: [] }, size).beads
    expect(one?.x === other?.x || one?.y === other?.y).toBe(true)
  })

  test('says how far data has come at each bead, also where a drawing goes in a circle', () => {
    expect(miniature(chain(4), size).beads.map(({ depth }) => depth)).toEqual([0, 1, 2, 3])
    const joined = { nodes: chain(4).nodes, edges: [[0, 1], [1, 2], [0, 2], [2, 3]] as [number, number][] }
    expect(miniature(joined, size).beads.map(({ depth }) => depth)).toEqual([0, 1, 2, 3])
    const circle = { nodes: chain(3).nodes, edges: [[0, 1], [1, 2], [2, 0]] as [number, number][] }
    for (const { depth } of miniature(circle, size).beads) expect(depth).toBeLessThan(3)
  })

  test('draws every wire in the colour of its beginning, and leaves out one that leads nowhere', () => {
    const { wires } = miniature({ ...chain(4), edges: [...chain(4).edges, [2, 9]] }, size)
    expect(wires.map(({ group, depth }) => [group, depth])).toEqual([['io', 0], ['conv', 1], ['conv', 2]])
    for (const { group } of wires) expect(GROUPS).toContain(group)
  })

  test('that was stored without icons has them of its groups', () => {
    const old = { nodes: [{ x: 0, y: 0, group: 'conv' }], edges: [] }
    expect(miniature(old, size).beads[0]).toMatchObject({ group: 'conv', icon: 'conv' })
  })

  test('of nothing is empty', () => expect(miniature({ nodes: [], edges: [] }, size)).toEqual({ size: 0, beads: [], wires: [] }))
})
