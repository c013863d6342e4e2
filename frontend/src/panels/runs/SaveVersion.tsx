// Keeps the canvas as it is now under a name: a button that becomes a field.

import { useState } from 'react'
import { useDocument } from '../../document/hooks'
import { problemsOf } from '../../server/refusal'
import { useServer } from '../../server/ServerContext'
import { Button, Input } from '../../ui/controls'
import { say } from '../../ui/toast'
import { t } from '../../words/words'
import { askAgain, useNaming, useVersions } from '../versions'
import s from './runs.module.css'

const close = () => useNaming.setState({ open: false })

export function SaveVersion() {
  const { open } = useNaming()
  if (open) return <Naming />
  return (
    <Button small onClick={() => useNaming.setState({ open: true })}>
      {t('runs-save-version')}
    </Button>
  )
}

function Naming() {
  const { project } = useDocument()
  const { api } = useServer()
  const saved = useVersions(({ versions }) => versions.filter(({ type }) => type === 'saved').length)
  const [name, setName] = useState(() => t('runs-version-name', { n: saved + 1 }))
  const [busy, setBusy] = useState(false)
  const save = async () => {
    if (!name.trim() || busy) return
    setBusy(true)
    try {
      await api.saveVersion(project, name.trim())
      say(t('runs-version-saved', { name: name.trim() }))
      askAgain()
      close()
    } catch (error) {
      say(problemsOf(error)[0]?.message ?? '', { tone: 'bad' })
      setBusy(false)
    }
  }
  return (
    <form
      className={s.naming}
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <Input
        autoFocus
        aria-label={t('runs-name-of-version')}
        value={name}
        maxLength={200}
        onFocus={(event) => event.target.select()}
        onChange={(event) => setName(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return
          event.stopPropagation()
          close()
        }}
      />
      <Button small kind="primary" type="submit" disabled={busy || !name.trim()}>
        {t('runs-save')}
      </Button>
      <Button small kind="quiet" onClick={close}>
        {t('word-cancel')}
      </Button>
    </form>
  )
}
