// The project's own layers and functions in the palette: put in by a press or carried onto the canvas, written, proven, deleted.

import '../../words/lateOwn'
import { carry } from '../../canvas/carry'
import { useCatalog } from '../../catalog/context'
import type { Code } from '../../contract'
import { draftKey, openOwn, useOwn } from '../../coding/own'
import { addItem } from '../../document/adding'
import { useDocument, useGraph, useMay } from '../../document/hooks'
import { openDrawer } from '../../frame/panes'
import { useSession } from '../../frame/session'
import { IconButton } from '../../ui/controls'
import { Glyph, groupColor, Icon } from '../../ui/glyphs'
import { say } from '../../ui/toast'
import { t } from '../../words/words'
import s from './palette.module.css'

/** `query`: only those whose name holds it. */
export function OwnCode({ query = '' }: { query?: string }) {
  const { project, edit, undo } = useDocument()
  const code = useGraph((graph) => graph.code)
  const may = useMay().code
  const off = useSession()?.code === false
  const drafts = useOwn((state) => state.drafts)
  const wanted = query.trim().toLowerCase()
  const found = Object.entries(code)
    .filter(([, { name }]) => name.toLowerCase().includes(wanted))
    .toSorted(([, a], [, b]) => a.name.localeCompare(b.name))
  const why = off ? t('written-off') : t('written-not-yours')
  const writes = may && !off
  const drop = (id: string, name: string) => {
    edit.dropCode(id)
    say(t('written-deleted', { name }), { action: { label: t('written-undo'), run: undo } })
  }
  return (
    <>
      {found.map(([id, one]) => (
        <div key={id} className={s.saved}>
          <Item id={id} code={one} off={off} draft={drafts[draftKey(project, id)] !== undefined} />
          {!query && writes && (
            <>
              <IconButton small label={t('written-edit', { name: one.name })} onClick={() => openOwn(project, id)}>
                <Icon name="pencil" size={13} />
              </IconButton>
              <IconButton small label={t('written-delete', { name: one.name })} onClick={() => drop(id, one.name)}>
                <Icon name="trash" size={13} />
              </IconButton>
            </>
          )}
        </div>
      ))}
      {!query && (
        <>
          {!found.length && <p className={s.none}>{writes ? t('written-empty') : why}</p>}
          {found.length > 0 && !writes && <p className={s.none}>{why}</p>}
          <button type="button" className={s.item} disabled={!writes} data-off={!writes || undefined} title={writes ? undefined : why} onClick={() => openOwn(project)}>
            <Icon name="plus" size={15} />
            <span>{t('written-write')}</span>
          </button>
        </>
      )}
    </>
  )
}

function Item({ id, code, off, draft }: { id: string; code: Code; off: boolean; draft: boolean }) {
  const document = useDocument()
  const catalog = useCatalog()
  const item = { type: 'custom', code: id, title: code.name } as const
  const kind = draft ? t('written-draft') : t(`written-${code.kind}`)
  return (
    <button
      type="button"
      className={s.item}
      data-off={off || undefined}
      disabled={off}
      title={off ? t('written-off') : undefined}
      aria-label={t('palette-add', { title: `${code.name} ${kind}` })}
      onPointerDown={(event) => {
        if (event.button === 0) carry(event.nativeEvent, event.currentTarget, item)
      }}
      onClick={() => {
        addItem(document, catalog, item)
        openDrawer(null)
      }}
    >
      <Glyph icon="other" group="other" style={{ color: off ? 'var(--faint)' : groupColor('other') }} />
      <span>{code.name}</span> <small>{kind}</small>
    </button>
  )
}
