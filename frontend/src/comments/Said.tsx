// One comment or answer: who said it, when, in which words; and what this person may do with it.

import { useState, type ReactNode } from 'react'
import type { Comment } from '../contract'
import { useDocument, useSync } from '../document/hooks'
import { usePeople } from '../document/people'
import { useNow } from '../panels/useNow'
import { Face } from '../presence/Face'
import { nameOf } from '../presence/names'
import { ago, moment } from '../run/words'
import { Button, IconButton } from '../ui/controls'
import { Icon } from '../ui/glyphs'
import { t } from '../words/words'
import s from './comments.module.css'
import { Write } from './Write'

/** No colour of anybody: whoever wrote it is not here now. */
const AWAY = -1

interface SaidProps {
  id: string
  comment: Comment
  /** How many go with it when it is deleted. */
  answers?: number
  children?: ReactNode
}

export function Said({ id, comment, answers = 0, children }: SaidProps) {
  const { comment: edit } = useDocument()
  const you = useSync((sync) => sync.you)
  const mine = useSync((sync) => sync.color)
  const there = usePeople(({ others }) => others.find((each) => each.id === comment.author)?.color)
  const now = useNow(60_000)
  const [writing, setWriting] = useState(false)
  const [sure, setSure] = useState(false)
  const own = comment.author === you?.id
  const name = nameOf({ name: comment.author_name })
  return (
    <div className={s.said}>
      <Face name={name} color={own ? mine : (there ?? AWAY)} />
      <div className={s.words}>
        <p className={s.who}>
          <b>{name}</b> <time title={moment(comment.created_at)}>{ago(comment.created_at, now)}</time>
          <span className={s.tools}>
            {children}
            {own && edit.mayChange(id) && (
              <IconButton small label={t('comments-change')} aria-pressed={writing} onClick={() => setWriting(!writing)}>
                <Icon name="pencil" size={13} />
              </IconButton>
            )}
            {edit.mayChange(id, true) && (
              <IconButton
                small
                danger={sure}
                label={sure ? t('comments-delete-sure', { n: answers }) : t('comments-delete')}
                onClick={() => (sure || !answers ? edit.remove(id) : setSure(true))}
                onBlur={() => setSure(false)}
              >
                <Icon name="trash" size={13} />
              </IconButton>
            )}
          </span>
        </p>
        {sure && <p className={s.sure}>{t('comments-delete-sure', { n: answers })}</p>}
        {writing ? (
          <Write
            focus
            label={t('comments-change')}
            send={t('comments-keep')}
            text={comment.text}
            onSend={(text) => {
              edit.rewrite(id, text)
              setWriting(false)
            }}
            onLeave={() => setWriting(false)}
          />
        ) : (
          <p className={s.text}>{comment.text}</p>
        )}
      </div>
    </div>
  )
}

export function Resolve({ id, resolved }: { id: string; resolved: boolean }) {
  const { comment: edit } = useDocument()
  if (!edit.mayChange(id, true)) return null
  return (
    <Button small kind="quiet" onClick={() => edit.resolve(id, !resolved)}>
      <Icon name={resolved ? 'undo' : 'check'} size={13} /> {t(resolved ? 'comments-reopen' : 'comments-resolve')}
    </Button>
  )
}
