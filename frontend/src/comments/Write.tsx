// A place to write: Enter sends, Shift+Enter begins a line, Escape leaves it.

import { useEffect, useRef, useState } from 'react'
import { LONGEST } from '../document/comments'
import { Button } from '../ui/controls'
import s from './comments.module.css'

interface WriteProps {
  label: string
  send: string
  text?: string
  focus?: boolean
  /** Gets what was written, without the blanks around it. */
  onSend: (text: string) => void
  onLeave?: () => void
}

export function Write({ label, send, text = '', focus = false, onSend, onLeave }: WriteProps) {
  const [draft, setDraft] = useState(text)
  const field = useRef<HTMLTextAreaElement>(null)
  useEffect(() => {
    if (focus) field.current?.focus({ preventScroll: true })
  }, [focus])
  const give = () => {
    if (!draft.trim()) return
    onSend(draft.trim())
    setDraft('')
  }
  return (
    <form
      className={s.write}
      onSubmit={(event) => {
        event.preventDefault()
        give()
      }}
    >
      <textarea
        ref={field}
        className="nodrag nopan nowheel nokey"
        rows={1}
        maxLength={LONGEST}
        aria-label={label}
        placeholder={label}
        value={draft}
        onChange={(event) => setDraft(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.shiftKey && !event.nativeEvent.isComposing) {
            event.preventDefault()
            give()
          }
          if (event.key === 'Escape' && onLeave) {
            event.preventDefault()
            event.stopPropagation()
            onLeave()
          }
        }}
      />
      {draft.trim() && (
        <Button type="submit" kind="primary" small>
          {send}
        </Button>
      )}
    </form>
  )
}
