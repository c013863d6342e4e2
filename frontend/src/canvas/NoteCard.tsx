// A note on the canvas: read, written in after a double-click, coloured, made larger by its corner.

import { useReactFlow } from '@xyflow/react'
import { useEffect, useRef, useState } from 'react'
import type { Note } from '../contract'
import { useDocument, useGraph } from '../document/hooks'
import { COLORS, LEAST } from '../document/notes'
import { snap } from '../document/place'
import { IconButton } from '../ui/controls'
import { Icon } from '../ui/glyphs'
import { useReadOnly } from '../ui/readOnly'
import { t } from '../words/words'
import { Written } from '../ui/Written'
import s from './note.module.css'
import { useNoteEditing, writeIn } from './noteEditing'

export function NoteCard({ id, selected }: { id: string; selected: boolean }) {
  const note = useGraph((graph) => graph.notes[id])
  return note ? <Card id={id} note={note} selected={selected} /> : null
}

interface Size {
  width: number
  height: number
}

function Card({ id, note, selected }: { id: string; note: Note; selected: boolean }) {
  const writing = useNoteEditing((state) => state.id === id)
  const [size, setSize] = useState<Size | null>(null)
  const { width, height } = size ?? note
  const held = useReadOnly()
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- Enter on the note writes in it, too: an action
    <div
      className={s.note}
      data-color={note.color}
      data-selected={selected || undefined}
      style={{ width, height }}
      onDoubleClick={() => held || writeIn(id)}
    >
      {writing ? <Writing id={id} note={note} /> : <Read text={note.text} />}
      {selected && !held && <Colors id={id} color={note.color} />}
      {selected && !held && <Corner id={id} note={note} show={setSize} />}
    </div>
  )
}

function Read({ text }: { text: string }) {
  return <div className={s.text}>{text ? <Written text={text} /> : <p className={s.empty}>{t('canvas-note-hint')}</p>}</div>
}

function Writing({ id, note }: { id: string; note: Note }) {
  const { edit } = useDocument()
  const field = useRef<HTMLTextAreaElement>(null)
  /** The same text as it will be read: the note grows until that fits. */
  const read = useRef<HTMLDivElement>(null)
  const [text, setText] = useState(note.text)
  useEffect(() => field.current?.focus(), [])

  const close = () => {
    if (useNoteEditing.getState().id === id) writeIn(null)
    const wanted = read.current?.offsetHeight ?? 0
    if (text !== note.text) edit.setNote(id, { text, height: Math.max(note.height, wanted) })
  }
  return (
    <>
      <div ref={read} className={`${s.text} ${s.measured}`} aria-hidden="true">
        <Written text={text} />
      </div>
      <textarea
        ref={field}
        className={`${s.text} nodrag nopan nowheel nokey`}
        aria-label={t('canvas-note-text')}
        placeholder={t('canvas-note-placeholder')}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onBlur={close}
        onKeyDown={(event) => {
          const done = event.key === 'Escape' || (event.key === 'Enter' && (event.ctrlKey || event.metaKey))
          if (!done) return
          event.preventDefault()
          event.stopPropagation()
          const node = field.current?.closest<HTMLElement>('.react-flow__node')
          field.current?.blur()
          node?.focus()
        }}
      />
    </>
  )
}

function Colors({ id, color }: { id: string; color: Note['color'] }) {
  const { edit } = useDocument()
  return (
    <div className={`${s.bar} nodrag nopan`} role="toolbar" aria-label={t('canvas-note-color')}>
      {COLORS.map((each) => (
        <button
          key={each}
          type="button"
          className={s.swatch}
          data-color={each}
          aria-pressed={each === color}
          aria-label={t(`canvas-note-${each}`)}
          title={t(`canvas-note-${each}`)}
          onClick={() => edit.setNote(id, { color: each })}
        />
      ))}
      <IconButton small label={t('canvas-note-remove')} onClick={() => edit.remove([], [], true, [id])}>
        <Icon name="trash" size={14} />
      </IconButton>
    </div>
  )
}

function Corner({ id, note, show }: { id: string; note: Note; show: (size: Size | null) => void }) {
  const { edit } = useDocument()
  const { getZoom } = useReactFlow()
  const from = useRef<{ x: number; y: number } | null>(null)
  const sizeAt = (event: React.PointerEvent): Size => {
    const { x, y } = from.current ?? { x: event.clientX, y: event.clientY }
    return {
      width: Math.max(LEAST.width, snap(note.width + (event.clientX - x) / getZoom())),
      height: Math.max(LEAST.height, snap(note.height + (event.clientY - y) / getZoom())),
    }
  }
  return (
    <div
      className={`${s.corner} nodrag nopan`}
      data-testid="note-corner"
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId)
        from.current = { x: event.clientX, y: event.clientY }
      }}
      onPointerMove={(event) => from.current && show(sizeAt(event))}
      onPointerUp={(event) => {
        if (!from.current) return
        const size = sizeAt(event)
        from.current = null
        show(null)
        if (size.width !== note.width || size.height !== note.height) edit.setNote(id, { ...size })
      }}
      onPointerCancel={() => {
        from.current = null
        show(null)
      }}
    />
  )
}
