// Drawing a wire: what it may reach is marked, a node's body takes it at the right port, empty canvas opens the menu,
// and what is refused is explained beside the pointer.

import { useReactFlow, type Connection, type FinalConnectionState, type HandleType } from '@xyflow/react'
import { useCallback } from 'react'
import { useCatalog } from '../catalog/context'
import { useDocument } from '../document/hooks'
import type { CatalogIndex } from '../catalog/catalog'
import { inputsOf, outputsOf } from '../catalog/ports'
import type { Edits } from '../document/edits'
import type { GraphSnapshot } from '../document/graph'
import { arrival, departure, illegal, type Illegal, type Wire } from '../document/legality'
import { linksOf } from '../document/links'
import { say, type Toast } from '../ui/toast'
import { openMenu } from './menu'
import { beginWiring, endWiring, useWiring, type Joint } from './wiring'

type Pointed = MouseEvent | TouchEvent

export function useConnecting() {
  const catalog = useCatalog()
  const { graph, inference, edit } = useDocument()
  const { screenToFlowPosition } = useReactFlow()

  const onConnectStart = useCallback(
    (_: unknown, at: { nodeId: string | null; handleId: string | null; handleType: HandleType | null }) => {
      if (!at.nodeId || !at.handleType) return
      const from: Joint = { node: at.nodeId, port: at.handleId ?? 'output', side: at.handleType }
      beginWiring(catalog, graph.getState(), inference.getState(), from)
    },
    [catalog, graph, inference],
  )

  const isValidConnection = useCallback(
    (
      connection:
        Connection | { source: string; target: string; sourceHandle?: string | null; targetHandle?: string | null },
    ) => illegal(catalog, graph.getState(), wireOf(connection)) === null,
    [catalog, graph],
  )

  const onConnect = useCallback((connection: Connection) => void edit.connect(wireOf(connection)), [edit])

  const onConnectEnd = useCallback(
    (event: Pointed, state: FinalConnectionState) => {
      const { from } = useWiring.getState()
      endWiring()
      if (!from || state.isValid) return
      const at = pointOf(event)
      const now = graph.getState()
      const end = endOf(catalog, now, from, state, at)
      if (end === 'canvas') openMenu({ purpose: { type: 'wired', joint: from }, at, place: screenToFlowPosition(at) })
      else if (end === null) return
      else if ('wire' in end) edit.connect(end.wire)
      else say(end.reason, { tone: 'bad', at, action: replacing(now, end, edit) })
    },
    [catalog, graph, edit, screenToFlowPosition],
  )

  return { onConnectStart, onConnect, onConnectEnd, isValidConnection }
}

type End = { wire: Wire } | (Illegal & { wanted?: Wire }) | 'canvas' | null

/** What the wire in the hand was let go on: a port, a node's body, empty canvas, or nothing that counts. */
function endOf(
  catalog: CatalogIndex,
  graph: GraphSnapshot,
  from: Joint,
  state: FinalConnectionState,
  at: { x: number; y: number },
): End {
  if (state.toHandle) {
    const [source, target] =
      from.side === 'source' ? [state.fromHandle, state.toHandle] : [state.toHandle, state.fromHandle]
    if (!source || !target) return null
    if (source.type === target.type) return { code: 'wrong_way_wire', reason: TWO_ENDS }
    const wire = wireOf({
      source: source.nodeId,
      sourceHandle: source.id ?? null,
      target: target.nodeId,
      targetHandle: target.id ?? null,
    })
    const wrong = illegal(catalog, graph, wire)
    return wrong ? { ...wrong, wanted: wire } : { wire }
  }
  const over = document.elementFromPoint(at.x, at.y)
  const body = over?.closest<HTMLElement>('.react-flow__node')?.dataset.id
  if (!body) return over?.closest('.react-flow__pane') ? 'canvas' : null
  if (body === from.node) return null
  const wireTo = (port: string): Wire =>
    from.side === 'source'
      ? { source: from.node, source_port: from.port, target: body, target_port: port }
      : { source: body, source_port: port, target: from.node, target_port: from.port }
  const end = from.side === 'source' ? arrival(catalog, graph, from, body) : departure(catalog, graph, from, body)
  if (!('code' in end)) return { wire: wireTo(end.port) }
  const node = graph.nodes[body]
  const port =
    node && (from.side === 'source' ? inputsOf(catalog, graph.nodes, node) : outputsOf(catalog, graph.nodes, node))[0]
  return port ? { ...end, wanted: wireTo(port.name) } : end
}

const TWO_ENDS = 'A wire runs from an output, below a node, to an input, above one.'

/** Where the only hindrance is the wire that is there, it can be taken instead. */
function replacing(graph: GraphSnapshot, end: Illegal & { wanted?: Wire }, edit: Edits): Toast['action'] {
  const wire = end.wanted
  if (end.code !== 'port_taken' || !wire) return null
  const old = linksOf(graph.edges)
    .into(wire.target)
    .find((link) => link.target_port === wire.target_port)
  return old ? { label: 'Replace', run: () => edit.reconnect(old.id, wire) } : null
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
