// Keras' own documentation of a layer, asked for when it is opened: open at once where there is no card.

import '../words/lateInspector'
import { useState } from 'react'
import type { Member } from '../contract'
import { DocText } from '../panels/inspector/DocText'
import { useAnswer } from '../panels/useAnswer'
import { useServer } from '../server/ServerContext'
import { Skeleton } from '../ui/controls'
import { t } from '../words/words'
import s from './card.module.css'

export function Docs({ member, open }: { member: Member; open: boolean }) {
  const [chosen, setChosen] = useState<boolean | null>(null)
  const isOpen = chosen ?? open
  return (
    <details className={s.docs} open={isOpen} onToggle={(event) => event.currentTarget.open !== isOpen && setChosen(event.currentTarget.open)}>
      <summary>
        {t('cards-keras')} <code>{member.path}</code>
      </summary>
      {isOpen && <Doc member={member} />}
    </details>
  )
}

function Doc({ member }: { member: Member }) {
  const { api } = useServer()
  const { value, problems, asking } = useAnswer(`layer ${member.name}`, () => api.member('layer', member.name))
  const doc = value?.name === member.name ? value.doc : member.doc
  if (doc) return <DocText doc={doc} />
  if (asking) return <Skeleton height={60} />
  return <p className={s.aside}>{problems[0]?.message ?? t('inspector-no-doc')}</p>
}
