import * as Y from 'yjs'
import { describe, expect, test, vi } from 'vitest'
import { problem, Refusal, unreachable } from '../server/refusal'
import { syncDocument } from './sync'

/** A server that holds one document, answers, and can be cut off. */
function fakeServer() {
  const held = new Y.Doc()
  const listeners = new Map<string, (payload: never) => void>()
  let connected: () => void = () => undefined
  let changed: () => void = () => undefined
  const server = {
    held,
    epoch: 'e1',
    online: true,
    refuses: null as Refusal | null,
    updates: 0,
    part: 'owner',
    cut() {
      server.online = false
      changed()
    },
    restore() {
      server.online = true
      changed()
      connected()
    },
    wire: {
      ask: async <T>(event: string, payload: unknown): Promise<T> => {
        const data = payload as { update: Uint8Array; epoch: string | null }
        if (!server.online) throw unreachable('cut')
        if (event === 'document_join') {
          const mine = data.epoch === server.epoch ? held : null
          const update = Y.encodeStateAsUpdate(held)
          const vector = Y.encodeStateVector(mine ?? held)
          const who = { part: server.part, may_train: false, you: { id: 'me', name: 'Me', role: 'guest' }, color: 1 }
          return { epoch: server.epoch, update, state_vector: vector, awareness: new Uint8Array([0]), ...who } as T
        }
        if (server.refuses) throw server.refuses
        server.updates += 1
        Y.applyUpdate(held, data.update)
        return { stored: true } as T
      },
      tell: () => undefined,
      on: <T>(event: string, listener: (payload: T) => void) => {
        listeners.set(event, listener as (payload: never) => void)
        return () => undefined
      },
      onConnect: (listener: () => void) => {
        connected = listener
        if (server.online) listener()
        return () => undefined
      },
      status: () => (server.online ? ('online' as const) : ('offline' as const)),
      onStatus: (listener: () => void) => {
        changed = listener
        return () => undefined
      },
    },
    say: (update: Uint8Array) => listeners.get('document_update')?.({ project: 'p', update } as never),
    tellWho: (who: object) => listeners.get('document_you')?.(who as never),
  }
  return server
}

function open(server: ReturnType<typeof fakeServer>) {
  const doc = new Y.Doc()
  const sync = syncDocument('p', doc, server.wire)
  const write = (key: string, value: number) => doc.getMap('training').set(key, value)
  return { doc, sync, write, state: () => sync.state.getState() }
}

const training = (doc: Y.Doc) => doc.getMap('training').toJSON()

describe('a document and its server', () => {
  test('who is renamed or let in further elsewhere is told, in this project alone', async () => {
    const server = fakeServer()
    const page = open(server)
    await vi.waitFor(() => expect(page.state().loaded).toBe(true))
    const who = { part: 'edit', may_train: true, you: { id: 'me', name: 'Mia', role: 'guest' }, color: 1 }
    server.tellWho({ ...who, project: 'another' })
    expect(page.state().you?.name).toBe('Me')
    server.tellWho({ ...who, project: 'p' })
    expect(page.state()).toMatchObject({ you: { name: 'Mia' }, may: { draw: true, train: true, own: false } })
  })

  test('what the server holds is there after joining', async () => {
    const server = fakeServer()
    server.held.getMap('training').set('epochs', 7)
    const page = open(server)
    await vi.waitFor(() => expect(page.state().loaded).toBe(true))
    expect(training(page.doc)).toEqual({ epochs: 7 })
    expect(page.state().unsaved).toBe(0)
  })

  test('an edit counts as saved only after the server has stored it', async () => {
    const server = fakeServer()
    const page = open(server)
    await vi.waitFor(() => expect(page.state().loaded).toBe(true))
    page.write('epochs', 3)
    expect(page.state().unsaved).toBe(1)
    await vi.waitFor(() => expect(page.state().unsaved).toBe(0))
    expect(training(server.held)).toEqual({ epochs: 3 })
  })

  test('edits made while one is on its way go together', async () => {
    const server = fakeServer()
    const page = open(server)
    await vi.waitFor(() => expect(page.state().loaded).toBe(true))
    for (let at = 0; at < 20; at += 1) page.write('epochs', at)
    await vi.waitFor(() => expect(page.state().unsaved).toBe(0))
    expect(server.updates).toBe(2)
    expect(training(server.held)).toEqual({ epochs: 19 })
  })

  test('edits made offline are counted, kept and sent after the reconnect', async () => {
    const server = fakeServer()
    const page = open(server)
    await vi.waitFor(() => expect(page.state().loaded).toBe(true))
    server.cut()
    page.write('epochs', 1)
    page.write('seed', 2)
    expect(page.state()).toMatchObject({ online: false, unsaved: 2 })
    server.held.getMap('training').set('batch_size', 64)
    server.restore()
    await vi.waitFor(() => expect(page.state().unsaved).toBe(0))
    expect(training(server.held)).toEqual({ epochs: 1, seed: 2, batch_size: 64 })
    expect(training(page.doc)).toEqual(training(server.held))
  })

  test('another person’s edit arrives without being sent back', async () => {
    const server = fakeServer()
    const page = open(server)
    await vi.waitFor(() => expect(page.state().loaded).toBe(true))
    const other = new Y.Doc()
    other.getMap('training').set('epochs', 5)
    server.say(Y.encodeStateAsUpdate(other))
    expect(training(page.doc)).toEqual({ epochs: 5 })
    expect(server.updates).toBe(0)
  })

  test('another document under the same name is said, not merged', async () => {
    const server = fakeServer()
    const page = open(server)
    await vi.waitFor(() => expect(page.state().loaded).toBe(true))
    server.cut()
    page.write('epochs', 1)
    server.epoch = 'e2'
    server.restore()
    await vi.waitFor(() => expect(page.state().replaced).toBe(true))
    expect(training(server.held)).toEqual({})
  })

  test('an edit that is refused for good is given up and said', async () => {
    const server = fakeServer()
    const page = open(server)
    await vi.waitFor(() => expect(page.state().loaded).toBe(true))
    server.refuses = new Refusal([problem('update_too_large', 'Too large.', 'Paste less.')], 413)
    page.write('epochs', 1)
    await vi.waitFor(() => expect(page.state().replaced).toBe(true))
    expect(page.state().refused[0]?.code).toBe('update_too_large')
  })

  test('what a killed server had passed on and not stored is brought back by whoever has it', async () => {
    const server = fakeServer()
    const page = open(server)
    await vi.waitFor(() => expect(page.state().loaded).toBe(true))
    const gone = new Y.Doc()
    gone.getMap('training').set('epochs', 5)
    server.say(Y.encodeStateAsUpdate(gone))
    server.cut()
    server.restore()
    await vi.waitFor(() => expect(training(server.held)).toEqual({ epochs: 5 }))
    expect(page.state().unsaved).toBe(0)
  })

  test('a page that may only look opens anew when it holds what the server does not', async () => {
    const server = fakeServer()
    server.part = 'view'
    const page = open(server)
    await vi.waitFor(() => expect(page.state().may).toMatchObject({ part: 'view', draw: false, comment: false }))
    const gone = new Y.Doc()
    gone.getMap('training').set('epochs', 5)
    server.say(Y.encodeStateAsUpdate(gone))
    server.cut()
    server.restore()
    await vi.waitFor(() => expect(page.state().replaced).toBe(true))
    expect(server.updates).toBe(0)
  })

  test('what is said before somebody listens is heard later', async () => {
    const server = fakeServer()
    const page = open(server)
    await vi.waitFor(() => expect(page.state().loaded).toBe(true))
    const heard: [Uint8Array, boolean][] = []
    page.sync.onAwareness((update, whole) => void heard.push([update, whole]))
    expect(heard).toEqual([[new Uint8Array([0]), true]])
  })
})
