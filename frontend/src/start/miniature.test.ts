import { describe, expect, test } from 'vitest'
import { miniature } from './miniature'

const size = { width: 220, height: 140 }
const chain = (count: number) => ({
  nodes: Array.from({ length: count }, (_, at) => ({ x: 0, y: at * 90, group: at ? 'conv' : 'input' })),
  edges: Array.from({ length: count - 1 }, (_, at): [number, number] => [at, at + 1]),
})

describe('a miniature', () => {
  test.each([1, 5, 12, 40])('of %i nodes stays inside its picture', (count) => {
    const { boxes } = miniature(chain(count), size)
    expect(boxes.length).toBe(count)
    for (const box of boxes) {
      expect(box.y).toBeGreaterThanOrEqual(0)
      expect(box.y + box.height).toBeLessThanOrEqual(size.height)
    }
  })

  test('keeps nodes apart that stand side by side', () => {
    const nodes = [0, 260].map((x) => ({ x, y: 0, group: 'core' }))
    const [left, right] = miniature({ nodes, edges: [] }, size).boxes
    expect((left?.x ?? 0) + (left?.width ?? 0)).toBeLessThan(right?.x ?? 0)
  })

  test('draws every wire, and an input in its colour', () => {
    const { wires, boxes } = miniature(chain(4), size)
    expect(wires.length).toBe(3)
    expect(boxes[0]?.color).toBe('io')
  })

  test('of nothing is empty', () => expect(miniature({ nodes: [], edges: [] }, size)).toEqual({ boxes: [], wires: [] }))
})
