// The item in the hand, beside the pointer.

import { createPortal } from 'react-dom'
import { useCatalog } from '../catalog/context'
import { isInner, namedIn, type Item } from '../catalog/starts'
import { useDocument } from '../document/hooks'
import { tensorOf, type Place } from '../fits/place'
import { drawnIn, standingOf, type Standing } from '../fits/standing'
import { useFits } from '../fits/useFits'
import { groupColor, Glyph } from '../ui/glyphs'
import { t } from '../words/words'
import s from './canvas.module.css'
import { useCarry } from './carry'
import { useWiring } from './wiring'

export function Carried() {
  const { item, x, y } = useCarry()
  const catalog = useCatalog()
  const said = useStandingOnWire(isInner(item) ? item : null)
  if (!item) return null
  const member = isInner(item) ? catalog.get(item.type, namedIn(item)) : undefined
  const group = member?.group ?? (item.type === 'saved' ? 'block' : 'io')
  return createPortal(
    <div className={s.carried} style={{ transform: `translate(${x + 10}px, ${y + 8}px)` }}>
      <Glyph
        icon={member?.icon ?? (item.type === 'saved' || item.type === 'backbone' ? 'block' : item.type)}
        group={group}
        style={{ color: groupColor(catalog.group(group)?.color) }}
      />
      {member?.name ?? calledIn(item)}
      {said && (said.why || said.change) && <small data-fits={said.fits}>{said.why || said.change}</small>}
    </div>,
    document.body,
  )
}

/** How the layer in the hand stands on the wire that would take it in. */
function useStandingOnWire(item: (Item & { type: 'layer' | 'op' }) | null): Standing | null {
  const catalog = useCatalog()
  const { graph, inference } = useDocument()
  const edge = useWiring((state) => state.opened)
  const place: Place | null = edge !== null && item !== null ? { type: 'into', edge } : null
  const { fits } = useFits(place, 0)
  const member = item === null ? undefined : catalog.get(item.type, namedIn(item))
  if (!place || !member) return null
  const now = graph.getState()
  const rank = tensorOf(place, now, inference.getState())?.shape.length ?? null
  return standingOf(member, fits, rank, drawnIn(now.nodes, catalog))
}

function calledIn(item: Item): string {
  if (item.type === 'saved') return item.title
  if (item.type === 'backbone') return item.application
  return t(item.type === 'input' ? 'canvas-input' : 'canvas-output')
}
