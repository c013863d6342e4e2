// The wire in the hand. It leaps to the port it would end in, and is dashed where it would be refused.

import type { ConnectionLineComponentProps } from '@xyflow/react'
import { useCatalog } from '../catalog/context'
import { inputsOf, outputsOf, wiresInto } from '../catalog/ports'
import type { Position } from '../contract'
import { useDocument } from '../document/hooks'
import { NODE_HEIGHT } from '../document/place'
import { anchorX } from './anchors'
import { curveOf } from './curve'
import { useWiring, type Over } from './wiring'

export function ConnectionLine({
  fromX,
  fromY,
  toX,
  toY,
  fromPosition,
  connectionStatus,
}: ConnectionLineComponentProps) {
  const wiring = useWiring((state) => state.from !== null)
  const over = useWiring((state) => state.over)
  const port = usePort(over)
  if (!wiring) return null
  const from = { x: fromX, y: fromY }
  const to = port ?? { x: toX, y: toY }
  const { path } = fromPosition === 'top' ? curveOf(to, from) : curveOf(from, to)
  const refused = connectionStatus === 'invalid' || (over?.type === 'refused' && connectionStatus !== 'valid')
  const color = refused ? 'var(--bad)' : 'var(--accent)'
  return (
    <g>
      <path d={path} fill="none" stroke={color} strokeWidth={2} strokeDasharray={refused ? '5 4' : undefined} />
      {refused ? (
        <path d={`M${to.x - 4} ${to.y - 4}l8 8M${to.x + 4} ${to.y - 4}l-8 8`} stroke={color} strokeWidth={2} />
      ) : (
        <circle cx={to.x} cy={to.y} r={port ? 6 : 4} fill={color} />
      )}
    </g>
  )
}

/** Where the port stands that a node's body gives the wire to. */
function usePort(over: Over): Position | null {
  const catalog = useCatalog()
  const { graph } = useDocument()
  const side = useWiring((state) => state.from?.side)
  if (over?.type !== 'port') return null
  const { nodes, edges, layout } = graph.getState()
  const node = nodes[over.node]
  const place = layout[over.node]
  if (!node || !place) return null
  return side === 'source'
    ? { x: place.x + anchorX(inputsOf(catalog, nodes, node), over.port), y: place.y }
    : { x: place.x + anchorX(outputsOf(catalog, nodes, node, wiresInto(edges, over.node)), over.port), y: place.y + NODE_HEIGHT }
}
