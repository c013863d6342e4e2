// Drawing a wire, or moving an end of one: what it may reach is marked, a node's body takes it at the right port, empty canvas opens
// the menu for a new wire and lets an old one go, and what is refused is explained beside the pointer.

import { useReactFlow, type Connection, type FinalConnectionState, type HandleType } from '@xyflow/react'
import { useCallback } from 'react'
import { useCatalog } from '../catalog/context'
import { inputsOf, outputsOf } from '../catalog/ports'
import type { CatalogIndex } from '../catalog/catalog'
import { useDocument } from '../document/hooks'
import type { Edits } from '../document/edits'
import type { GraphSnapshot } from '../document/graph'
import { illegal, type Illegal, type Wire } from '../document/legality'
import { linksOf } from '../document/links'
import { ask } from '../fits/answers'
import { keyOf, type Place } from '../fits/place'
import { useServer } from '../server/ServerContext'
import { say, type Toast } from '../ui/toast'
import { t } from '../words/words'
import { openMenu } from './menu'
import { bodyAt } from './useOver'
import { beginWiring, endAt, endWiring, refineWiring, useWiring, type Joint } from './wiring'

type Pointed = MouseEvent | TouchEvent

export function useConnecting() {
  const catalog = useCatalog()
  const { graph, inference, edit, undo, project } = useDocument()
  const { api } = useServer()
  const { screenToFlowPosition } = useReactFlow()

  const onConnectStart = useCallback(
    (_: unknown, at: { nodeId: string | null; handleId: string | null; handleType: HandleType | null }) => {
      if (!at.nodeId || !at.handleType) return
      const from: Joint = { node: at.nodeId, port: at.handleId ?? 'output', side: at.handleType }
      const now = graph.getState()
      beginWiring(catalog, now, inference.getState(), from)
      const place: Place = { type: 'onto', node: from.node, port: from.port }
      const key = from.side === 'source' ? keyOf(place, now, inference.getState()) : null
      if (key === null) return
      void ask(api, project, place, key).then((fits) => fits && refineWiring(catalog, now, from, fits))
    },
    [catalog, graph, inference, api, project],
  )

  const isValidConnection = useCallback(
    (
      connection:
        Connection | { source: string; target: string; sourceHandle?: string | null; targetHandle?: string | null },
    ) => illegal(catalog, graph.getState(), wireOf(connection), useWiring.getState().pulled) === null,
    [catalog, graph],
  )

  const onConnect = useCallback(
    (connection: Connection) => {
      // What was let go with Escape ends like any other.
      if (useWiring.getState().from) draw(edit, graph.getState(), wireOf(connection))
    },
    [edit, graph],
  )

  const onConnectEnd = useCallback(
    (event: Pointed, state: FinalConnectionState) => {
      const { from, pulled } = useWiring.getState()
      if (!from || state.isValid) return endWiring()
      const at = pointOf(event)
      const now = graph.getState()
      const end = endOf(catalog, now, from, state, at, pulled)
      if (end === 'canvas' && pulled) {
        edit.remove([], [pulled])
        say(t('canvas-wire-removed'), { at, action: { label: t('canvas-undo'), run: undo } })
      } else if (end === 'canvas') {
        openMenu({ purpose: { type: 'wired', joint: from }, at, place: screenToFlowPosition(at) })
      } else if (end && 'wire' in end) draw(edit, now, end.wire)
      else if (end) say(end.reason, { tone: 'bad', at, action: replacing(now, end, edit, pulled) })
      endWiring()
    },
    [catalog, graph, edit, undo, screenToFlowPosition],
  )

  return { onConnectStart, onConnect, onConnectEnd, isValidConnection }
}

/** A new wire, or the one in the hand at its new place; let go where it was, nothing happens. */
function draw(edit: Edits, { edges }: GraphSnapshot, wire: Wire): void {
  const { pulled } = useWiring.getState()
  const old = edges[pulled ?? '']
  if (!pulled || !old) edit.connect(wire)
  else if (old.source !== wire.source || old.source_port !== wire.source_port) edit.reconnect(pulled, wire)
  else if (old.target !== wire.target || old.target_port !== wire.target_port) edit.reconnect(pulled, wire)
}

type End = { wire: Wire } | (Illegal & { wanted?: Wire }) | 'canvas' | null

/** What the wire in the hand was let go on: a port, a node's body, empty canvas, or nothing that counts. */
function endOf(
  catalog: CatalogIndex,
  graph: GraphSnapshot,
  from: Joint,
  state: FinalConnectionState,
  at: { x: number; y: number },
  pulled: string | null,
): End {
  if (state.toHandle) {
    const [source, target] =
      from.side === 'source' ? [state.fromHandle, state.toHandle] : [state.toHandle, state.fromHandle]
    if (!source || !target) return null
    if (source.type === target.type) return { code: 'wrong_way_wire', reason: t('canvas-two-ends') }
    const wire = wireOf({
      source: source.nodeId,
      sourceHandle: source.id ?? null,
      target: target.nodeId,
      targetHandle: target.id ?? null,
    })
    const wrong = illegal(catalog, graph, wire, pulled)
    return wrong ? { ...wrong, wanted: wire } : { wire }
  }
  const { body, empty } = bodyAt(at)
  if (!body) return empty ? 'canvas' : null
  if (body === from.node) return null
  const wireTo = (port: string): Wire =>
    from.side === 'source'
      ? { source: from.node, source_port: from.port, target: body, target_port: port }
      : { source: body, source_port: port, target: from.node, target_port: from.port }
  const end = endAt(catalog, graph, from, body, pulled)
  if (!('code' in end)) return { wire: wireTo(end.port) }
  const node = graph.nodes[body]
  const port =
    node && (from.side === 'source' ? inputsOf(catalog, graph.nodes, node) : outputsOf(catalog, graph.nodes, node))[0]
  return port ? { ...end, wanted: wireTo(port.name) } : end
}

/** Where the only hindrance is the wire that is there, it can be taken instead. */
function replacing(
  graph: GraphSnapshot,
  end: Illegal & { wanted?: Wire },
  edit: Edits,
  pulled: string | null,
): Toast['action'] {
  const wire = end.wanted
  if (end.code !== 'port_taken' || !wire) return null
  const old = linksOf(graph.edges)
    .into(wire.target)
    .find((link) => link.target_port === wire.target_port)
  if (!old) return null
  return { label: t('canvas-replace'), run: () => edit.replace(old.id, wire, pulled) }
}

function wireOf(connection: {
  source: string
  target: string
  sourceHandle?: string | null
  targetHandle?: string | null
}) {
  return {
    source: connection.source,
    source_port: connection.sourceHandle ?? 'output',
    target: connection.target,
    target_port: connection.targetHandle ?? 'input',
  }
}

function pointOf(event: Pointed): { x: number; y: number } {
  const point = 'changedTouches' in event ? event.changedTouches[0] : event
  return { x: point?.clientX ?? 0, y: point?.clientY ?? 0 }
}
