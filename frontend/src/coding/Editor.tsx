// A field for Python: CodeMirror, with the lines marked that the problems name.

import { useEffect, useEffectEvent, useRef, useState } from 'react'
import type { EditorView } from '@codemirror/view'
import { useCatalog } from '../catalog/context'
import type { Problem } from '../contract'
import { editorIn, mark } from './codemirror'
import s from './coding.module.css'
import { completing } from './complete'

interface EditorProps {
  label: string
  source: string
  at: number
  problems: readonly Problem[]
  onChange: (source: string) => void
  onDone: () => void
}

/** `source` is what it begins with: what is typed then is its own. */
export function Editor({ label, source, at, problems, onChange, onDone }: EditorProps) {
  const catalog = useCatalog()
  const [begun] = useState({ label, source, at })
  const host = useRef<HTMLDivElement>(null)
  const view = useRef<EditorView>(null)
  const changed = useEffectEvent((text: string) => onChange(text))
  const done = useEffectEvent(() => onDone())
  useEffect(() => {
    if (!host.current) return
    const made = editorIn(host.current, {
      ...begun,
      complete: completing(catalog),
      onChange: (text) => changed(text),
      onDone: () => done(),
    })
    view.current = made
    made.focus()
    return () => made.destroy()
  }, [begun, catalog])
  useEffect(() => {
    if (view.current) mark(view.current, problems)
  }, [problems])
  return <div ref={host} className={s.editor} />
}
