// Keeps one document and the server's copy the same. Edits go out one at a time and count as saved when the server has
// stored them; what was not acknowledged stays here and goes again after every reconnect.

import * as Y from 'yjs'
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Joined, Problem } from '../contract'
import { problemsOf, Refusal } from '../server/refusal'
import type { Wire } from '../server/wire'
import { mayOf, NOTHING_YET, type May } from './may'

export interface SyncState {
  /** The first state has arrived. */
  readonly loaded: boolean
  readonly online: boolean
  /** Edits that the server has not stored yet. */
  readonly unsaved: number
  /** Why the server took an edit or the whole document away. */
  readonly refused: readonly Problem[]
  /** The server holds another document under this name now: this one has to be opened again. */
  readonly replaced: boolean
  /** What this person may do here. */
  readonly may: May
  /** Who this person is to the others. */
  readonly you: Joined['you'] | null
  /** Which of the others' colours is theirs. */
  readonly color: number
  /** Somebody else is, or was, in this project while it is open here. */
  readonly company: boolean
}

export interface Sync {
  readonly state: StoreApi<SyncState>
  /** What the other pages say of themselves: who is here now, and everything after. Heard by one listener. */
  onAwareness: (listener: (update: Uint8Array, whole: boolean) => void) => () => void
  close: () => void
}

interface Answer extends Joined {
  awareness: ArrayBuffer
  epoch: string
  update: ArrayBuffer
  state_vector: ArrayBuffer
}

const FROM_SERVER = Symbol('the server')
const RETRY_MS = 1500
const MOST_HEARD = 500
/** Refusals that trying again does not mend; after any other the room is joined again, and the edits with it. */
const NEVER = new Set(['bad_update', 'update_too_large', 'update_too_deep', 'history_too_large', 'bad_field', 'not_allowed'])

export function syncDocument(
  project: string,
  doc: Y.Doc,
  wire: Pick<Wire, 'ask' | 'tell' | 'on' | 'onConnect' | 'status' | 'onStatus'>,
): Sync {
  const state = createStore<SyncState>(() => ({
    loaded: false,
    online: wire.status() === 'online',
    unsaved: 0,
    refused: [],
    replaced: false,
    may: NOTHING_YET,
    you: null,
    color: 0,
    company: false,
  }))
  let epoch: string | null = null
  let waiting: Uint8Array[] = []
  let sending = false
  /** Counts connections: what was begun in an earlier one no longer speaks. */
  let turn = 0
  let joined = false
  let closed = false
  let retry: ReturnType<typeof setTimeout> | undefined
  let hear: ((update: Uint8Array, whole: boolean) => void) | null = null
  /** Until somebody listens. */
  let heard: [Uint8Array, boolean][] = []

  const change = (part: Partial<SyncState>) => {
    if (!closed) state.setState(part)
  }

  const say = (update: ArrayBuffer, whole: boolean) => {
    if (whole) heard = []
    if (new Uint8Array(update)[0]) change({ company: true })
    if (hear) hear(new Uint8Array(update), whole)
    else if (heard.length < MOST_HEARD) heard.push([new Uint8Array(update), whole])
  }

  async function join(): Promise<void> {
    const mine = ++turn
    joined = false
    clearTimeout(retry)
    const vector = epoch === null ? null : Y.encodeStateVector(doc)
    try {
      const asked = { project, epoch, state_vector: vector, client: doc.clientID }
      const answer = await wire.ask<Answer>('document_join', asked)
      if (mine !== turn || closed) return
      if (epoch !== null && answer.epoch !== epoch) return change({ replaced: true })
      const may = mayOf(answer.part, answer.may_train, answer.may_code)
      const there = new Uint8Array(answer.state_vector)
      Y.applyUpdate(doc, new Uint8Array(answer.update), FROM_SERVER)
      // A server that was killed may lack what it had passed on and not yet stored: whoever has it brings it back, whoever made it.
      if (epoch !== null && may.draw) waiting = [Y.encodeStateAsUpdate(doc, there)]
      else if (epoch !== null && !waiting.length && isAhead(doc, there)) return change({ replaced: true })
      epoch = answer.epoch
      joined = true
      sending = false
      change({ loaded: true, online: true, may, you: answer.you, color: answer.color })
      say(answer.awareness, true)
      void send()
    } catch (error) {
      if (mine !== turn || closed) return
      if (error instanceof Refusal && error.status !== 0) change({ refused: error.problems, loaded: true })
      else retry = setTimeout(() => void join(), RETRY_MS)
    }
  }

  async function send(): Promise<void> {
    if (sending || !joined || closed || !waiting.length) return
    const mine = turn
    const going = [...waiting]
    const edits = state.getState().unsaved
    sending = true
    const update = going.length === 1 ? going[0] : Y.mergeUpdates(going)
    try {
      await wire.ask('document_update', { project, epoch, update, id: crypto.randomUUID() })
      if (mine !== turn) return
      sending = false
      waiting = waiting.slice(going.length)
      change({ unsaved: waiting.length ? Math.max(1, state.getState().unsaved - edits) : 0 })
      void send()
    } catch (error) {
      if (mine !== turn || closed) return
      sending = false
      if (error instanceof Refusal && error.problems.some((each) => NEVER.has(each.code))) refuse(error)
      else retry = setTimeout(() => void join(), RETRY_MS)
    }
  }

  /** The server will never take this edit: only its own copy counts then. */
  function refuse(error: Refusal): void {
    waiting = []
    joined = false
    change({ refused: problemsOf(error), unsaved: 0, replaced: true })
  }

  const onUpdate = (update: Uint8Array, origin: unknown) => {
    if (origin === FROM_SERVER) return
    waiting.push(update)
    change({ unsaved: state.getState().unsaved + 1 })
    void send()
  }
  doc.on('update', onUpdate)

  const offs = [
    wire.on<{ project: string; update: ArrayBuffer }>('document_update', (news) => {
      if (news.project === project) Y.applyUpdate(doc, new Uint8Array(news.update), FROM_SERVER)
    }),
    wire.on<{ project: string; update: ArrayBuffer }>('document_awareness', (news) => {
      if (news.project === project) say(news.update, false)
    }),
    // Renamed elsewhere, or let in further by another link.
    wire.on<Joined & { project: string }>('document_you', ({ part, may_train, may_code, you, color, project: of }) => {
      if (of === project) change({ may: mayOf(part, may_train, may_code), you, color })
    }),
    wire.onStatus(() => {
      change({ online: wire.status() === 'online' })
      if (wire.status() === 'offline') joined = false
    }),
    wire.onConnect(() => void join()),
  ]
  return {
    state,
    onAwareness: (listener) => {
      hear = listener
      for (const [update, whole] of heard) listener(update, whole)
      heard = []
      return () => {
        if (hear === listener) hear = null
      }
    },
    close: () => {
      closed = true
      clearTimeout(retry)
      doc.off('update', onUpdate)
      for (const off of offs) off()
      wire.tell('document_leave', { project })
    },
  }
}

/** Holds something that is not there. */
function isAhead(doc: Y.Doc, there: Uint8Array): boolean {
  const known = Y.decodeStateVector(there)
  return [...Y.decodeStateVector(Y.encodeStateVector(doc))].some(([client, clock]) => clock > (known.get(client) ?? 0))
}
