// One thing to add: clicked, it goes where it fits; carried, it goes where it is let go.

import { carry } from '../../canvas/carry'
import { useCatalog } from '../../catalog/context'
import type { Item } from '../../catalog/starts'
import { addItem } from '../../document/adding'
import { useDocument } from '../../document/hooks'
import { openDrawer } from '../../frame/panes'
import { groupColor, Glyph } from '../../ui/glyphs'
import s from './palette.module.css'

interface PaletteItemProps {
  item: Item
  title: string
  icon: string
  group: string
  /** What it does, in a sentence. */
  doc: string
  /** Why it cannot follow what is selected. */
  why?: string | null
  selected?: boolean
  id?: string
}

export function PaletteItem({ item, title, icon, group, doc, why = null, selected = false, id }: PaletteItemProps) {
  const catalog = useCatalog()
  const document = useDocument()
  return (
    <button
      type="button"
      className={s.item}
      id={id}
      data-off={why !== null || undefined}
      data-selected={selected || undefined}
      title={why ? `${title} ${why}. ${doc}` : doc}
      aria-label={why ? `Add ${title}: ${title} ${why}` : `Add ${title}`}
      onPointerDown={(event) => {
        if (event.button === 0) carry(event.nativeEvent, event.currentTarget, item)
      }}
      onClick={() => {
        addItem(document, catalog, item)
        openDrawer(null)
      }}
    >
      <Glyph
        icon={icon}
        group={group}
        style={{ color: why ? 'var(--faint)' : groupColor(catalog.group(group)?.color) }}
      />
      <span>{title}</span>
      {why && <small> {why}</small>}
    </button>
  )
}
