// The item in the hand, beside the pointer.

import { createPortal } from 'react-dom'
import { useCatalog } from '../catalog/context'
import { groupColor, Glyph } from '../ui/glyphs'
import s from './canvas.module.css'
import { useCarry } from './carry'

export function Carried() {
  const { item, x, y } = useCarry()
  const catalog = useCatalog()
  if (!item) return null
  const member = item.type === 'layer' ? catalog.get('layer', item.layer) : undefined
  const group = member?.group ?? 'io'
  return createPortal(
    <div className={s.carried} style={{ transform: `translate(${x + 10}px, ${y + 8}px)` }}>
      <Glyph
        icon={member?.icon ?? item.type}
        group={group}
        style={{ color: groupColor(catalog.group(group)?.color) }}
      />
      {member?.name ?? (item.type === 'input' ? 'Input' : 'Output')}
    </div>,
    document.body,
  )
}
