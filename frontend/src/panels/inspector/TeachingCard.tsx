// What the selected layer does, in a student's words, with its real numbers: sizes in and out, and the sum of its parameters.

import { explain } from '../../catalog/explain'
import type { CallNode } from '../../catalog/member'
import type { Member } from '../../contract'
import { Card } from '../../ui/controls'
import s from './inspector.module.css'
import { sizesOf } from './sizes'
import type { Flow } from './useFlow'

interface TeachingCardProps {
  member: Member
  /** The node whose parameters count. */
  node: CallNode
  flow: Flow
}

export function TeachingCard({ member, node, flow }: TeachingCardProps) {
  const { lead, rest, sum } = explain(member, node, { input: flow.input?.shape ?? null, params: flow.params })
  const sizes = sizesOf(member, node, flow.input?.shape ?? null, flow.stale ? null : (flow.output?.shape ?? null))
  if (!lead && !sizes) return null
  return (
    <Card className={s.teaching ?? ''}>
      <p>
        <b>{lead}</b> {rest}
      </p>
      {sizes && (
        <p className={s.formula}>
          <span>{sizes.line}</span>
          {sizes.sum && <span className={s.sum}>{sizes.sum}</span>}
        </p>
      )}
      {sum && !flow.stale && <p className={s.formula}>{sum}</p>}
    </Card>
  )
}
