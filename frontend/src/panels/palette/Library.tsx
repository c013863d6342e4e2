// The person's own blocks in the palette: put in by a press or carried onto the canvas, taken along as a file, brought in from one, deleted.

import { useEffect, useRef, useState } from 'react'
import { carry } from '../../canvas/carry'
import { putOrSay } from '../../canvas/putSaved'
import { useCatalog } from '../../catalog/context'
import { readClip } from '../../document/clipboard'
import { useDocument } from '../../document/hooks'
import { openDrawer } from '../../frame/panes'
import { useServer } from '../../server/ServerContext'
import { problemsOf } from '../../server/refusal'
import { IconButton } from '../../ui/controls'
import { groupColor, Glyph, Icon } from '../../ui/glyphs'
import { say } from '../../ui/toast'
import '../../words/lateBlock'
import { t } from '../../words/words'
import { nameOf, saveText } from '../save'
import { keepClip, useLibrary } from './library'
import s from './palette.module.css'

/** `query`: only those whose name holds it. */
export function Library({ query = '' }: { query?: string }) {
  const { api } = useServer()
  const { blocks, load, drop } = useLibrary()
  const [failed, setFailed] = useState('')
  const file = useRef<HTMLInputElement>(null)
  useEffect(() => {
    load(api).catch((error: unknown) => setFailed(problemsOf(error)[0]?.message ?? ''))
  }, [api, load])

  const take = (id: string, name: string) =>
    void api.savedBlock(id).then(({ graph }) => saveText(JSON.stringify(graph, null, 1), nameOf(name, 'json'), 'application/json'), refused)
  const bring = async (picked: File | undefined) => {
    const clip = picked && readClip(await picked.text())
    if (!clip) return picked && say(t('block-no-clip'), { tone: 'bad' })
    await keepClip(api, clip).then((name) => say(t('block-saved', { name })), refused)
  }
  const found = blocks?.filter(({ name }) => name.toLowerCase().includes(query.trim().toLowerCase())) ?? []
  if (query) {
    return found.map(({ id, name, layers }) => <Saved key={id} id={id} name={name} layers={layers} />)
  }
  return (
    <>
      {found.map(({ id, name, layers }) => (
        <div key={id} className={s.saved}>
          <Saved id={id} name={name} layers={layers} />
          <IconButton small label={t('block-as-file', { name })} onClick={() => take(id, name)}>
            <Icon name="download" size={13} />
          </IconButton>
          <IconButton small label={t('block-delete', { name })} onClick={() => void drop(api, id).catch(refused)}>
            <Icon name="trash" size={13} />
          </IconButton>
        </div>
      ))}
      {(failed || blocks?.length === 0) && <p className={s.none}>{failed || t('block-library-empty')}</p>}
      <button type="button" className={s.item} onClick={() => file.current?.click()}>
        <Icon name="upload" size={15} />
        <span>{t('block-from-file')}</span>
      </button>
      <input
        ref={file}
        type="file"
        accept="application/json,.json"
        hidden
        aria-label={t('block-from-file')}
        onChange={(event) => {
          void bring(event.target.files?.[0])
          event.target.value = ''
        }}
      />
    </>
  )
}

function Saved({ id, name, layers }: { id: string; name: string; layers: number }) {
  const { api } = useServer()
  const document = useDocument()
  const catalog = useCatalog()
  return (
    <button
      type="button"
      className={s.item}
      aria-label={t('palette-add', { title: name })}
      onPointerDown={(event) => {
        if (event.button === 0) carry(event.nativeEvent, event.currentTarget, { type: 'saved', block: id, title: name })
      }}
      onClick={() => {
        putOrSay(api, document, id, null, catalog)
        openDrawer(null)
      }}
    >
      <Glyph icon="block" group="block" style={{ color: groupColor('block') }} />
      <span>{name}</span> <small>{t('line-layers', { n: layers })}</small>
    </button>
  )
}

function refused(error: unknown): void {
  say(problemsOf(error)[0]?.message ?? '', { tone: 'bad' })
}
