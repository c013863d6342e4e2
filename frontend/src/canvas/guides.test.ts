import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Box } from '../document/place'
import { align } from './guides'

const box = (x: number, y: number, width = 226, height = 54): Box => ({ x, y, width, height })

describe('a node being moved', () => {
  test('comes to stand straight below another when it is nearly there', () => {
    const { dx, dy, guides } = align(box(4, 200), [box(0, 0)], 6)
    expect([dx, dy]).toEqual([-4, 0])
    expect(guides).toEqual([{ type: 'line', axis: 'x', at: 113, from: 0, to: 254 }])
  })

  test('is left alone further away', () => {
    expect(align(box(9, 200), [box(0, 0)], 6)).toEqual({ dx: 0, dy: 0, guides: [] })
  })

  test('aligns one edge with a box of another size', () => {
    const { dx, guides } = align(box(-3, 200), [box(0, 0, 400)], 6)
    expect(dx).toBe(3)
    expect(guides).toEqual([{ type: 'line', axis: 'x', at: 0, from: 0, to: 254 }])
  })

  test('keeps the gap that two others have', () => {
    const { dy, guides } = align(box(0, 171), [box(0, 0), box(0, 84)], 6)
    expect(dy).toBe(-3)
    expect(guides.filter((guide) => guide.type === 'gap')).toEqual([
      { type: 'gap', axis: 'y', at: 113, from: 54, to: 84 },
      { type: 'gap', axis: 'y', at: 113, from: 138, to: 168 },
    ])
  })

  test('finds the middle between two others', () => {
    expect(align(box(0, 101), [box(0, 0), box(0, 200)], 6).dy).toBe(-1)
  })

  test('stays where it came to stand, and never jumps further than the reach', () => {
    const number = fc.integer({ min: -400, max: 400 })
    const boxes = fc.array(fc.tuple(number, number), { maxLength: 6 })
    fc.assert(
      fc.property(number, number, boxes, (x, y, others) => {
        const still = others.map(([x, y]) => box(x, y))
        const { dx, dy } = align(box(x, y), still, 6)
        expect(Math.abs(dx)).toBeLessThan(6)
        expect(Math.abs(dy)).toBeLessThan(6)
        const again = align(box(x + dx, y + dy), still, 6)
        expect(again.dx).toBeCloseTo(0)
      }),
    )
  })
})
