// Who is in the project just now, and the name under which the others see this person.

import { useId, useState } from 'react'
import { useDocument, useSync } from '../document/hooks'
import { follow, usePeople } from '../document/people'
import { Face } from '../presence/Face'
import { hasName, nameOf } from '../presence/names'
import { problemsOf } from '../server/refusal'
import { useServer } from '../server/ServerContext'
import { Button, Input } from '../ui/controls'
import { say } from '../ui/toast'
import { t } from '../words/words'
import s from './share.module.css'

export function Here() {
  const others = usePeople((people) => people.others)
  return (
    <section aria-label={t('share-here')}>
      <h3>{t('share-here')}</h3>
      <MyName />
      {others.length === 0 && <p className={s.quiet}>{t('share-alone')}</p>}
      <ul className={s.people}>
        {others.map((other) => (
          <li key={other.client}>
            <Face name={nameOf(other)} color={other.color} />
            <span>{nameOf(other)}</span>
            <small>{t(`presence-role-${other.role}`)}</small>
            <Button kind="link" onClick={() => follow(other.client)}>
              {t('presence-follow', { name: nameOf(other) })}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}

function MyName() {
  const { api } = useServer()
  const { rename } = useDocument()
  const you = useSync((sync) => sync.you)
  const color = useSync((sync) => sync.color)
  const id = useId()
  const [draft, setDraft] = useState<string | null>(null)
  if (!you) return null
  const named = hasName(you) ? you.name : ''
  const keep = async () => {
    const name = draft?.trim()
    setDraft(null)
    if (!name || name === named) return
    try {
      rename((await api.renameMe(name)).name)
      say(t('share-your-name-kept'))
    } catch (error) {
      say(problemsOf(error)[0]?.message ?? '', { tone: 'bad' })
    }
  }
  return (
    <form
      className={s.me}
      onSubmit={(event) => {
        event.preventDefault()
        void keep()
      }}
    >
      <Face name={nameOf(you)} color={color} />
      <label htmlFor={id}>{t('share-your-name')}</label>
      <Input
        id={id}
        value={draft ?? named}
        maxLength={40}
        placeholder={t('presence-owner')}
        autoComplete="nickname"
        onChange={(event) => setDraft(event.target.value)}
        onBlur={() => void keep()}
      />
    </form>
  )
}
