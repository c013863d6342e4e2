// One thing to add: clicked, it goes where it fits; carried, it goes where it is let go.

import { useEffect } from 'react'
import { carry } from '../../canvas/carry'
import { explaining } from '../../cards/explaining'
import { endPeek } from '../../cards/opening'
import { useCatalog } from '../../catalog/context'
import { isInner, itemOf, namedIn, type Item } from '../../catalog/starts'
import { addItem } from '../../document/adding'
import { useDocument } from '../../document/hooks'
import { openDrawer } from '../../frame/panes'
import { groupColor, Glyph } from '../../ui/glyphs'
import { t } from '../../words/words'
import type { Entry } from './entries'
import s from './palette.module.css'

interface PaletteItemProps extends Omit<Entry, 'key'> {
  selected?: boolean
  id?: string
}

export function PaletteItem(entry: PaletteItemProps) {
  const { item, title, icon, group, doc, fits, change, why, because, selected = false, id } = entry
  const catalog = useCatalog()
  const document = useDocument()
  useEffect(() => endPeek, [])
  const off = fits === 'no' || fits === 'breaks'
  const label = off
    ? t('palette-add-off', { title, why })
    : change
      ? t('palette-add-with', { title, change })
      : t('palette-add', { title })
  return (
    <button
      type="button"
      className={s.item}
      id={id}
      data-off={off || undefined}
      data-fits={fits}
      data-selected={selected || undefined}
      title={item.type === 'layer' ? undefined : off ? because : doc}
      {...explaining(item, off ? because : '')}
      aria-label={label}
      onPointerDown={(event) => {
        endPeek()
        // What has to be set elsewhere is found where it is let go.
        const bare: Item = isInner(item) ? itemOf({ kind: item.type, name: namedIn(item) }) : item
        if (event.button === 0) carry(event.nativeEvent, event.currentTarget, bare)
      }}
      onClick={() => {
        addItem(document, catalog, item)
        openDrawer(null)
      }}
    >
      <Glyph
        icon={icon}
        group={group}
        style={{ color: off ? 'var(--faint)' : groupColor(catalog.group(group)?.color) }}
      />
      <span>{title}</span>{' '}
      {(why || change) && <small>{off ? why : change}</small>}
    </button>
  )
}
