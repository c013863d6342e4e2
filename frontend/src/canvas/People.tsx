// The others on this canvas: where they point, what they have selected or change, what they drag. Drawn above the nodes, which know nothing of it.

import { useStore, ViewportPortal, type ReactFlowState } from '@xyflow/react'
import { useCallback, type ReactNode } from 'react'
import { useDocument } from '../document/hooks'
import { usePeople, type Other } from '../document/people'
import { NODE_HEIGHT, NODE_WIDTH } from '../document/place'
import '../presence/colors.css'
import { nameOf } from '../presence/names'
import { t } from '../words/words'
import type { Flow } from './flow'
import s from './people.module.css'
import { useFollowing } from './useFollowing'
import { useHeld } from './useHeld'
import { useShowing } from './useShowing'

export function People({ flow }: { flow: Flow }) {
  const all = usePeople((people) => people.others)
  const { block } = useDocument()
  const others = all.filter((other) => other.block === block)
  useShowing()
  useHeld(flow)
  useFollowing()
  if (!others.length) return null
  return (
    <ViewportPortal>
      <Unzoomed>
      {others.map((other) => (
        <Selected key={other.client} other={other} level={levelOf(others, other)} />
      ))}
      {others.map((other) => other.cursor && <Cursor key={other.client} other={other} at={other.cursor} />)}
      </Unzoomed>
    </ViewportPortal>
  )
}

/** Says the zoom to the styles below it, which keep their size on screen. */
function Unzoomed({ children }: { children: ReactNode }) {
  const zoom = useStore((flow) => flow.transform[2])
  return (
    <div className={s.unzoomed} style={{ '--zoom': zoom } as React.CSSProperties}>
      {children}
    </div>
  )
}

function Cursor({ other, at }: { other: Other; at: { x: number; y: number } }) {
  const place = { '--x': `${at.x}px`, '--y': `${at.y}px` } as React.CSSProperties
  return (
    <div className={s.cursor} data-person={other.color} style={place} data-testid="cursor">
      <svg width="16" height="20" viewBox="0 0 16 20" aria-hidden="true">
        <path d="M1 1l13.5 8.2-6.1 1.6-2.7 5.9z" />
      </svg>
      <span>{nameOf(other)}</span>
    </div>
  )
}

function Selected({ other, level }: { other: Other; level: number }) {
  const ids = [...new Set([...other.nodes, ...(other.editing ? [other.editing.node] : [])])]
  const key = ids.join(' ')
  // A string, so that it draws again only when a place changes.
  const places = useStore(useCallback((flow: ReactFlowState) => placesOf(flow, key), [key]))
  return (JSON.parse(places) as [string, number, number, number, number][]).map(([id, x, y, width, height], at) => {
    const editing = other.editing?.node === id ? other.editing.field : null
    const name = nameOf(other)
    const box = {
      '--x': `${x}px`,
      '--y': `${y}px`,
      '--w': `${width}px`,
      '--h': `${height}px`,
      '--level': level,
    } as React.CSSProperties
    return (
      <div key={id} className={s.selected} data-person={other.color} style={box} data-testid="others-selection">
        {(at === 0 || editing) && <span>{editing ? t('presence-editing', { name, field: editing }) : name}</span>}
      </div>
    )
  })
}

function placesOf({ nodeLookup }: ReactFlowState, key: string): string {
  const rows = key.split(' ').flatMap((id) => {
    const node = id ? nodeLookup.get(id) : undefined
    if (!node) return []
    const { x, y } = node.internals.positionAbsolute
    return [[id, x, y, node.measured.width ?? NODE_WIDTH, node.measured.height ?? NODE_HEIGHT]]
  })
  return JSON.stringify(rows)
}

/** Of several who have the same node, each stands around the one before. */
function levelOf(others: readonly Other[], other: Other): number {
  const before = others.slice(0, others.indexOf(other))
  return before.filter((each) => each.nodes.some((id) => other.nodes.includes(id))).length
}
