// The wire in the hand: dashed where it would be refused.

import type { ConnectionLineComponentProps } from '@xyflow/react'
import { curveOf } from './curve'

export function ConnectionLine({
  fromX,
  fromY,
  toX,
  toY,
  fromPosition,
  connectionStatus,
}: ConnectionLineComponentProps) {
  const from = { x: fromX, y: fromY }
  const to = { x: toX, y: toY }
  const upward = fromPosition === 'top'
  const { path } = upward ? curveOf(to, from) : curveOf(from, to)
  const refused = connectionStatus === 'invalid'
  return (
    <g>
      <path
        d={path}
        fill="none"
        stroke={refused ? 'var(--bad)' : 'var(--accent)'}
        strokeWidth={2}
        strokeDasharray={refused ? '5 4' : undefined}
      />
      <circle cx={toX} cy={toY} r={4} fill={refused ? 'var(--bad)' : 'var(--accent)'} />
    </g>
  )
}
