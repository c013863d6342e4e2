// The project's name, changed where it stands.

import { useState } from 'react'
import { useDocument, useGraph } from '../document/hooks'
import { useReadOnly } from '../ui/readOnly'
import { t } from '../words/words'
import s from './frame.module.css'

export function ProjectName() {
  const { edit } = useDocument()
  const name = useGraph((graph) => graph.meta.name)
  const [draft, setDraft] = useState<string | null>(null)
  const shown = draft ?? name
  const held = useReadOnly()

  const keep = () => {
    const next = draft?.trim()
    if (next && next !== name) edit.renameGraph(next)
    setDraft(null)
  }
  return (
    <>
      <h1 className="visually-hidden">{name}</h1>
      <input
        className={s.name}
        id="project-name"
        aria-label={t('frame-project-name')}
        title={held ? name : t('frame-rename-project')}
        readOnly={held}
        value={shown}
        size={Math.max(6, Math.min(40, shown.length + 1))}
        maxLength={255}
        spellCheck={false}
        onFocus={() => held || setDraft(name)}
        onChange={(event) => setDraft(event.target.value)}
        onBlur={keep}
        onKeyDown={(event) => {
          if (event.key === 'Enter') event.currentTarget.blur()
          if (event.key === 'Escape') {
            setDraft(null)
            requestAnimationFrame(() => (document.activeElement as HTMLElement | null)?.blur())
          }
        }}
      />
    </>
  )
}
