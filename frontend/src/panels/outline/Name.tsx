// A node's name, being written. Enter and leaving keep it, Escape does not.

import { useState } from 'react'
import { useDocument } from '../../document/hooks'
import { Input } from '../../ui/controls'
import { t } from '../../words/words'
import { focusRow } from './focus'
import { useRenaming } from './useNodeCommands'

export function Name({ id, name }: { id: string; name: string }) {
  const { edit } = useDocument()
  const [draft, setDraft] = useState(name)
  const end = (keep: boolean) => {
    if (useRenaming.getState().node !== id) return
    useRenaming.setState({ node: null })
    if (keep && draft.trim() && draft.trim() !== name) edit.rename(id, draft.trim())
  }
  return (
    <Input
      autoFocus
      aria-label={t('outline-new-name', { name })}
      value={draft}
      maxLength={100}
      onFocus={(event) => event.target.select()}
      onChange={(event) => setDraft(event.target.value)}
      onBlur={() => end(true)}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== 'Escape') return
        event.preventDefault()
        end(event.key === 'Enter')
        focusRow(id)
      }}
    />
  )
}
