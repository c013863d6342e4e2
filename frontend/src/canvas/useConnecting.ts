// Drawing a wire: what it may reach is marked, a node's body takes it at the right port, empty canvas opens the menu,
// and what is refused is explained beside the pointer.

import { useReactFlow, type Connection, type FinalConnectionState, type HandleType } from '@xyflow/react'
import { useCallback, type RefObject } from 'react'
import { useCatalog } from '../catalog/context'
import { useDocument } from '../document/hooks'
import { arrival, departure, illegal } from '../document/legality'
import { say } from '../ui/toast'
import { openMenu } from './menu'
import { beginWiring, endWiring, useWiring, type Joint } from './wiring'

type Pointed = MouseEvent | TouchEvent

export function useConnecting(_box: RefObject<HTMLDivElement | null>) {
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
      const refuse = (reason: string) => say(reason, { tone: 'bad', at })
      if (state.toHandle) {
        const [source, target] =
          from.side === 'source' ? [state.fromHandle, state.toHandle] : [state.toHandle, state.fromHandle]
        if (source?.type === target?.type)
          return refuse('A wire runs from an output, below a node, to an input, above one.')
        const wrong = illegal(
          catalog,
          now,
          wireOf({
            source: source?.nodeId ?? '',
            sourceHandle: source?.id ?? null,
            target: target?.nodeId ?? '',
            targetHandle: target?.id ?? null,
          }),
        )
        if (wrong) refuse(wrong.reason)
        return
      }
      const over = document.elementFromPoint(at.x, at.y)
      const body = over?.closest<HTMLElement>('.react-flow__node')?.dataset.id
      if (body && body !== from.node) {
        const end = from.side === 'source' ? arrival(catalog, now, from, body) : departure(catalog, now, from, body)
        if ('code' in end) return refuse(end.reason)
        edit.connect(
          from.side === 'source'
            ? { source: from.node, source_port: from.port, target: body, target_port: end.port }
            : { source: body, source_port: end.port, target: from.node, target_port: from.port },
        )
        return
      }
      if (!body && over?.closest('.react-flow__pane')) {
        openMenu({ purpose: { type: 'wired', joint: from }, at, place: screenToFlowPosition(at) })
      }
    },
    [catalog, graph, edit, screenToFlowPosition],
  )

  return { onConnectStart, onConnect, onConnectEnd, isValidConnection }
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
