import * as Y from 'yjs'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { usePeople } from './people'
import { presenceOf } from './presence'
import type { Sync } from './sync'

/** A page whose words arrive on the other side as the server would pass them on. */
function page() {
  const doc = new Y.Doc()
  let hear: (update: Uint8Array, whole: boolean) => void = () => undefined
  const sent: Uint8Array[] = []
  const sync = { onAwareness: (listener: typeof hear) => ((hear = listener), () => undefined) } as unknown as Sync
  const presence = presenceOf('p', doc, sync, {
    tell: (_, payload) => void sent.push((payload as { update: Uint8Array }).update),
  })
  return { doc, sent, presence, hear: (update: Uint8Array, whole = false) => hear(update, whole) }
}

function said(client: number, clock: number, state: object | null): Uint8Array {
  const text = new TextEncoder().encode(JSON.stringify(state))
  const bytes = [1]
  for (let value of [client, clock, text.length]) {
    for (; value > 127; value = Math.floor(value / 128)) bytes.push(128 | (value & 127))
    bytes.push(value)
  }
  return Uint8Array.from([...bytes, ...text])
}

const user = { id: 'ann', name: 'Ann', role: 'edit', color: 2 }

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

test('another person is seen with what their page says', () => {
  const { hear, presence } = page()
  hear(said(7, 100, { cursor: { x: 1, y: 2 }, nodes: ['a', 5], editing: { node: 'a', field: 'units' }, user }))
  expect(usePeople.getState().others).toEqual([
    {
      ...{ client: 7, id: 'ann', name: 'Ann', role: 'edit', color: 2, cursor: { x: 1, y: 2 }, nodes: ['a'] },
      ...{ block: null, dragging: null, editing: { node: 'a', field: 'units' }, view: null },
    },
  ])
  hear(said(7, 101, null))
  expect(usePeople.getState().others).toEqual([])
  presence.close()
})

test('who is not named by the server is not shown, and what has no shape is left out', () => {
  const { hear, presence } = page()
  hear(said(7, 1, { cursor: { x: 1, y: 2 } }))
  expect(usePeople.getState().others).toEqual([])
  hear(said(8, 1, { cursor: 'here', nodes: {}, dragging: { a: 1, b: { x: 1, y: null } }, view: { x: 0 }, user }))
  expect(usePeople.getState().others[0]).toMatchObject({ cursor: null, nodes: [], dragging: {}, view: null })
  presence.close()
})

test('after a reconnect only those are there whom the server names', () => {
  const { hear, presence } = page()
  hear(said(7, 500, { user }))
  hear(said(8, 3, { user }), true)
  expect(usePeople.getState().others.map((each) => each.client)).toEqual([8])
  hear(said(7, 2, { user })) // a server that was started anew counts from its own clock
  expect(usePeople.getState().others.map((each) => each.client)).toEqual([7, 8])
  presence.close()
})

test('many moves are few messages, and the last one is always sent', () => {
  const { hear, sent, presence } = page()
  hear(said(7, 1, { user }))
  vi.advanceTimersByTime(1000)
  const before = sent.length
  for (let at = 0; at < 100; at += 1) {
    usePeople.getState().show({ cursor: { x: at, y: 0 } })
    vi.advanceTimersByTime(5)
  }
  vi.advanceTimersByTime(100)
  expect(sent.length - before).toBeLessThanOrEqual(12)
  expect(new TextDecoder().decode(sent.at(-1))).toContain('"x":99')
  presence.close()
})

test('nobody is left once the page is closed', () => {
  const { hear, presence } = page()
  hear(said(7, 1, { user }))
  presence.close()
  expect(usePeople.getState().others).toEqual([])
})
