// The lines that a dragged node keeps to, and the copies that Alt would leave.

import { ViewportPortal } from '@xyflow/react'
import { useCatalog } from '../catalog/context'
import { lineOf } from '../catalog/line'
import { layerOf } from '../catalog/ports'
import { useDocument } from '../document/hooks'
import { useMarks } from './dragMarks'
import ghost from './ghost.module.css'
import type { Gap, Line } from './guides'
import s from './guides.module.css'
import { noteIn } from './noteId'

export function DragMarks() {
  const { guides, copies } = useMarks()
  if (!guides.length && !copies.size) return null
  return (
    <ViewportPortal>
      <svg className={s.guides} aria-hidden="true">
        {guides.map((guide) =>
          guide.type === 'line' ? (
            <path key={`line ${guide.axis} ${guide.at}`} d={across(guide)} className={s.line} />
          ) : (
            <path key={`gap ${guide.axis} ${guide.from}`} d={bar(guide)} className={s.gap} />
          ),
        )}
      </svg>
      {[...copies].map(([id, { x, y }]) => (
        <Copy key={id} id={id} place={`translate(${x}px, ${y}px)`} />
      ))}
    </ViewportPortal>
  )
}

/** Past both ends a little, so that it is seen where boxes touch it. */
const OVER = 8

function across({ axis, at, from, to }: Line): string {
  return axis === 'x' ? `M${at} ${from - OVER}V${to + OVER}` : `M${from - OVER} ${at}H${to + OVER}`
}

const TICK = 5

function bar({ axis, at, from, to }: Gap): string {
  return axis === 'y'
    ? `M${at - TICK} ${from}h${2 * TICK}M${at} ${from}V${to}M${at - TICK} ${to}h${2 * TICK}`
    : `M${from} ${at - TICK}v${2 * TICK}M${from} ${at}H${to}M${to} ${at - TICK}v${2 * TICK}`
}

function Copy({ id, place }: { id: string; place: string }) {
  const catalog = useCatalog()
  const { graph } = useDocument()
  const { nodes, notes } = graph.getState()
  const note = notes[noteIn(id) ?? '']
  const node = nodes[id]
  if (note) {
    const size = { width: note.width, height: note.height }
    return <div className={ghost.node} data-kind="changes" style={{ transform: place, ...size }} aria-hidden="true" />
  }
  if (!node) return null
  return (
    <div className={ghost.node} data-kind="changes" style={{ transform: place }} aria-hidden="true">
      <b>{node.name}</b>
      <span>{lineOf(catalog, node, layerOf(nodes, node))}</span>
    </div>
  )
}
