import { expect, test } from 'vitest'
import { beside } from './place'

const bubble = { width: 300, height: 180 }
const room = { width: 1440, height: 900 }

test('the bubble stands right of a thing at the left edge, left of one at the right, and points at its middle', () => {
  expect(beside({ left: 20, top: 100, width: 200, height: 40 }, bubble, room)).toMatchObject({ x: 232, side: 'right', arrow: 36 })
  expect(beside({ left: 1200, top: 10, width: 200, height: 40 }, bubble, room)).toMatchObject({ x: 888, y: 10, side: 'left', arrow: 20 })
})

test('it stands beside the upper part of what is tall', () => {
  expect(beside({ left: 0, top: 50, width: 248, height: 800 }, bubble, room)).toMatchObject({ x: 260, y: 74, arrow: 36 })
})

test('on a phone it stands below or above, and always inside the window', () => {
  const phone = { width: 390, height: 844 }
  for (let top = 0; top < 844; top += 40) {
    const { x, y } = beside({ left: 300, top, width: 60, height: 40 }, bubble, phone)
    expect(Math.min(x, y)).toBeGreaterThanOrEqual(10)
    expect(x + bubble.width).toBeLessThanOrEqual(380)
    expect(y + bubble.height).toBeLessThanOrEqual(834)
  }
})

test('on a phone it leaves the header free', () => {
  expect(beside({ left: 10, top: 8, width: 36, height: 36 }, bubble, { width: 390, height: 844 })).toMatchObject({ y: 56, side: 'below' })
})

test('with nothing to point at it stands at the foot of the window', () => {
  expect(beside(null, bubble, room)).toEqual({ x: 570, y: 710, side: null, arrow: 0 })
})
