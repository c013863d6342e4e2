// The Socket.IO connection as three verbs: ask (with an answer), on, and status. Reconnects by itself; knows no event.

import { io, type ManagerOptions, type Socket, type SocketOptions } from 'socket.io-client'

import { spoken } from '../words/said'
import { t } from '../words/words'
import type { Token } from './http'
import { hasProblems, problem, Refusal, unreachable } from './refusal'

export type Status = 'connecting' | 'online' | 'offline'

export interface Wire {
  /** Sends one event and resolves with the server's answer; rejects with a Refusal, also when none comes in time. */
  ask<T>(event: string, payload: unknown, timeout?: number): Promise<T>
  /** Sends without waiting; dropped while offline. */
  tell(event: string, payload: unknown): void
  /** Calls back on every such event; returns the way to stop. */
  on<T>(event: string, listener: (payload: T) => void): () => void
  /** Calls back at every connection made, the first included (at once when there is one). Rooms must be joined again. */
  onConnect(listener: () => void): () => void
  status(): Status
  onStatus(listener: () => void): () => void
  close(): void
}

const ANSWER_TIMEOUT_MS = 10_000

/** `connect`: to another server than the page's own. */
export function openWire(token: Token, connect: (options: Partial<ManagerOptions & SocketOptions>) => Socket = io): Wire {
  const socket = connect({
    auth: (give) =>
      void token.give().then(
        (csrf) => give({ csrf }),
        () => give({}),
      ),
    reconnectionDelay: 300,
    reconnectionDelayMax: 4000,
  })
  let status: Status = 'connecting'
  const statusListeners = new Set<() => void>()
  const become = (next: Status) => {
    if (next === status) return
    status = next
    for (const listener of statusListeners) listener()
  }
  socket.on('connect', () => become('online'))
  socket.on('disconnect', (reason) => {
    become('offline')
    if (reason === 'io server disconnect') socket.connect()
  })
  socket.on('connect_error', () => {
    become('offline')
    token.forget() // a restarted server has new sessions: the next try asks for its token again
    // A refusal closes the line and leaves what had been connected before believing that it still is: it is let go of first.
    if (!socket.active) setTimeout(() => socket.disconnect().connect(), 2000)
  })

  return {
    ask: <T>(event: string, payload: unknown, timeout = ANSWER_TIMEOUT_MS) =>
      socket
        .timeout(timeout)
        .emitWithAck(event, payload)
        .catch(() => {
          throw unreachable(`no answer to ${event} in ${timeout / 1000} s`)
        })
        .then((answer: unknown) => {
          if (hasProblems(answer)) throw new Refusal(answer.problems.map(spoken), 422)
          if (answer === undefined || answer === null)
            throw new Refusal([problem('empty_answer', t('server-empty'), t('server-empty-why'), event)], 500)
          return answer as T
        }),
    tell: (event, payload) => {
      socket.volatile.emit(event, payload)
    },
    on: (event, listener) => {
      const listen = listener as (payload: unknown) => void
      socket.on(event, listen)
      return () => socket.off(event, listen)
    },
    onConnect: (listener) => {
      socket.on('connect', listener)
      if (socket.connected) listener()
      return () => socket.off('connect', listener)
    },
    status: () => status,
    onStatus: (listener) => {
      statusListeners.add(listener)
      return () => statusListeners.delete(listener)
    },
    close: () => socket.close(),
  }
}
