// This page ⇄ the other pages of a project: cursor, selection, drags. Yjs' awareness, spread by the server, which alone says who is who.

import { applyAwarenessUpdate, Awareness, encodeAwarenessUpdate, removeAwarenessStates } from 'y-protocols/awareness'
import type * as Y from 'yjs'
import type { Position } from '../contract'
import type { Wire } from '../server/wire'
import { forgetPeople, usePeople, type Other, type Shown } from './people'
import type { Sync } from './sync'

export interface Presence {
  close: () => void
}

const BLANK: Shown = { cursor: null, nodes: [], block: null, dragging: null, editing: null, view: null }
/** Twenty times a second looks alive; alone, once a second is enough for whoever comes. */
const SEEN_MS = 50
const ALONE_MS = 1000
const MOST = 200

export function presenceOf(project: string, doc: Y.Doc, sync: Sync, wire: Pick<Wire, 'tell'>): Presence {
  const awareness = new Awareness(doc)
  let shown: Shown = BLANK
  let sent = 0
  let timer: ReturnType<typeof setTimeout> | undefined

  const flush = () => {
    clearTimeout(timer)
    timer = undefined
    sent = Date.now()
    awareness.setLocalState({ ...shown })
  }
  const show = (part: Partial<Shown>) => {
    const next = { ...shown, ...part }
    if (same(next, shown)) return
    shown = next
    const wait = sent + (usePeople.getState().others.length ? SEEN_MS : ALONE_MS) - Date.now()
    if (wait <= 0) flush()
    else timer ??= setTimeout(flush, wait)
  }

  awareness.on('update', ({ added, updated, removed }: Changes, origin: unknown) => {
    const mine = [...added, ...updated, ...removed].includes(doc.clientID)
    if (mine && origin === 'local') {
      wire.tell('document_awareness', { project, update: encodeAwarenessUpdate(awareness, [doc.clientID]) })
    }
  })
  awareness.on('change', () => {
    const before = usePeople.getState()
    const others = othersIn(awareness)
    const following = others.some((each) => each.client === before.following) ? before.following : null
    // Who comes shall not wait for our next move to see where we are.
    if (others.length > before.others.length && timer) flush()
    usePeople.setState({ others, following })
  })
  const off = sync.onAwareness((update, whole) => {
    if (whole) {
      const gone = [...awareness.getStates().keys()].filter((client) => client !== doc.clientID)
      removeAwarenessStates(awareness, gone, 'server')
      for (const client of gone) awareness.meta.delete(client)
    }
    applyAwarenessUpdate(awareness, update, 'server')
    if (whole) flush()
  })
  usePeople.setState({ show })
  flush()

  return {
    close: () => {
      clearTimeout(timer)
      off()
      awareness.destroy()
      forgetPeople()
    },
  }
}

interface Changes {
  added: number[]
  updated: number[]
  removed: number[]
}

function othersIn(awareness: Awareness): Other[] {
  return [...awareness.getStates()]
    .filter(([client]) => client !== awareness.clientID)
    .flatMap(([client, state]) => otherOf(client, state) ?? [])
    .toSorted((a, b) => a.client - b.client)
}

/** What a page wrote is not to be trusted to have a shape. Who it is comes from the server. */
function otherOf(client: number, state: Record<string, unknown>): Other | null {
  const { user, cursor, nodes, block, dragging, editing, view } = state
  if (!isRecord(user)) return null
  const zoom = isRecord(view) && isNumber(view.zoom) && view.zoom > 0 ? view.zoom : null
  const seen = placeOf(view)
  return {
    client,
    id: String(user.id),
    name: String(user.name),
    role: String(user.role),
    color: Number(user.color),
    cursor: placeOf(cursor),
    nodes: Array.isArray(nodes) ? nodes.filter((each): each is string => typeof each === 'string').slice(0, MOST) : [],
    block: typeof block === 'string' ? block : null,
    dragging: isRecord(dragging) ? places(dragging) : null,
    editing: isRecord(editing) ? { node: String(editing.node), field: String(editing.field) } : null,
    view: seen && zoom ? { ...seen, zoom } : null,
  }
}

function places(record: Record<string, unknown>): Record<string, Position> {
  const rows = Object.entries(record).slice(0, MOST)
  return Object.fromEntries(rows.flatMap(([id, at]) => (placeOf(at) ? [[id, placeOf(at)] as [string, Position]] : [])))
}

function placeOf(value: unknown): Position | null {
  return isRecord(value) && isNumber(value.x) && isNumber(value.y) ? { x: value.x, y: value.y } : null
}

function isNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value)
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function same(a: Shown, b: Shown): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}
