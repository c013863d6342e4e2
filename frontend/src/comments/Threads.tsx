// Threads one below the other: each comment with its answers and a place to answer. What is resolved stands folded below.

import type { ComponentType } from 'react'
import type { Thread } from '../document/comments'
import { useDocument, useMay } from '../document/hooks'
import { t } from '../words/words'
import s from './comments.module.css'
import { Resolve, Said } from './Said'
import { Write } from './Write'

interface ThreadsProps {
  threads: readonly Thread[]
  /** What stands above each: where it is pinned. */
  above?: ComponentType<{ thread: Thread }>
}

export function Threads({ threads, above: Above }: ThreadsProps) {
  const open = threads.filter(({ comment }) => !comment.resolved)
  const resolved = threads.filter(({ comment }) => comment.resolved)
  const list = (all: readonly Thread[]) => (
    <ul className={s.threads}>
      {all.map((thread) => (
        <li key={thread.id} className={s.thread} data-resolved={thread.comment.resolved || undefined} data-testid="thread">
          {Above && <Above thread={thread} />}
          <One thread={thread} />
        </li>
      ))}
    </ul>
  )
  return (
    <>
      {open.length > 0 && list(open)}
      {resolved.length > 0 && (
        <details className={s.resolved}>
          <summary>{t('comments-resolved', { n: resolved.length })}</summary>
          {list(resolved)}
        </details>
      )}
    </>
  )
}

function One({ thread: { id, comment, answers } }: { thread: Thread }) {
  const { comment: edit } = useDocument()
  const may = useMay()
  return (
    <>
      <Said id={id} comment={comment} answers={answers.length}>
        <Resolve id={id} resolved={comment.resolved} />
      </Said>
      {answers.length > 0 && (
        <ul className={s.answers} aria-label={t('comments-answers')}>
          {answers.map((answer) => (
            <li key={answer.id}>
              <Said {...answer} />
            </li>
          ))}
        </ul>
      )}
      {may.comment && !comment.resolved && (
        <Write label={t('comments-answer')} send={t('comments-send')} onSend={(text) => edit.answer(id, text)} />
      )}
    </>
  )
}
