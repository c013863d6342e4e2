// A field for Python code. The line that a problem names is selected in it.

import { useEffect, useId, useRef } from 'react'
import type { Problem } from '../contract'
import { Button } from '../ui/controls'
import { t } from '../words/words'
import s from './imports.module.css'
import { lineOf } from './reading'

interface CodeProps {
  source: string
  problems: readonly Problem[]
  busy: boolean
  onChange: (source: string) => void
  onRead: () => void
}

export function Code({ source, problems, busy, onChange, onRead }: CodeProps) {
  const field = useRef<HTMLTextAreaElement>(null)
  const hint = useId()
  const line = lineOf(problems[0]?.place ?? '')
  useEffect(() => {
    const area = field.current
    if (!area || !line) return
    const lines = area.value.split('\n')
    const start = lines.slice(0, line - 1).reduce((sum, one) => sum + one.length + 1, 0)
    area.focus()
    area.setSelectionRange(start, start + (lines[line - 1]?.length ?? 0))
  }, [line, problems])
  return (
    <form
      className={s.code}
      onSubmit={(event) => {
        event.preventDefault()
        onRead()
      }}
    >
      <label>
        {t('imports-code')}
        <textarea
          ref={field}
          data-first
          rows={16}
          spellCheck={false}
          autoComplete="off"
          autoCapitalize="off"
          aria-describedby={hint}
          aria-invalid={line > 0 || undefined}
          value={source}
          onChange={(event) => onChange(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && source.trim()) onRead()
          }}
        />
      </label>
      <p id={hint} className={s.quiet}>
        {t('imports-code-hint')}
      </p>
      <Button type="submit" kind="primary" disabled={busy || !source.trim()}>
        {t('imports-read')}
      </Button>
    </form>
  )
}
