import { afterEach, beforeEach, expect, test, vi } from 'vitest'

import type { Socket } from 'socket.io-client'
import { openWire } from './wire'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** A socket that behaves as Socket.IO's does: it connects only while it is not connected. */
function line() {
  const heard = new Map<string, ((said?: unknown) => void)[]>()
  const say = (name: string, said?: unknown) => heard.get(name)?.forEach((listener) => listener(said))
  const socket = {
    connected: false,
    active: true,
    tries: 0,
    on: (name: string, listener: () => void) => heard.set(name, [...(heard.get(name) ?? []), listener]),
    connect() {
      if (!socket.connected) socket.tries += 1
      return socket
    },
    disconnect() {
      const was = socket.connected
      socket.connected = false
      if (was) say('disconnect', 'io client disconnect')
      return socket
    },
  }
  const wire = openWire({ give: () => Promise.resolve(''), forget: () => undefined }, () => socket as unknown as Socket)
  return { socket, say, wire }
}

test('connects again after a refusal that came on a line which was open', () => {
  const { socket, say, wire } = line()
  socket.connected = true
  say('connect')
  expect(wire.status()).toBe('online')
  socket.active = false
  say('connect_error', new Error())
  expect(wire.status()).toBe('offline')
  vi.runAllTimers()
  expect(socket.tries).toBe(1)
})

test('leaves the next try to Socket.IO while it goes on by itself', () => {
  const { socket, say } = line()
  say('connect_error', new Error('websocket error'))
  vi.runAllTimers()
  expect(socket.tries).toBe(0)
})
