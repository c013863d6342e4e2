// One link: what it allows, who came by it, and the way to end it, asked for twice.

import { useState } from 'react'
import type { Link } from '../contract'
import { useNow } from '../panels/useNow'
import { ago, moment } from '../run/words'
import { Button, Pill } from '../ui/controls'
import { t } from '../words/words'
import s from './share.module.css'

export function LinkRow({ link, onRevoke }: { link: Link; onRevoke: () => void }) {
  const [sure, setSure] = useState(false)
  const now = useNow(60_000)
  return (
    <li className={s.link}>
      <Pill>{t(`share-link-${link.may_train ? 'train' : link.role}`)}</Pill>
      <span className={s.quiet} title={moment(link.created_at)}>
        {t('share-link-made', { when: ago(link.created_at, now) })}
        {link.expires_at !== null && `, ${t('share-link-ends', { when: moment(link.expires_at) })}`}
      </span>
      <Button
        small
        danger={sure}
        kind={sure ? 'plain' : 'quiet'}
        onClick={() => (sure ? onRevoke() : setSure(true))}
        onBlur={() => setSure(false)}
      >
        {sure ? t('share-revoke-sure', { n: link.guests.length }) : t('share-revoke')}
      </Button>
      <small>
        {link.guests.length ? link.guests.map((guest) => guest.name).join(', ') : t('share-link-nobody')}
      </small>
    </li>
  )
}
