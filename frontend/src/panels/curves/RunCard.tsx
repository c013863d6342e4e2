// Says in words why a run did not end as hoped, and what to do next. Stands over the charts until it is closed.

import { useState } from 'react'
import type { RunView } from '../../run/view'
import { IconButton } from '../../ui/controls'
import { Icon } from '../../ui/glyphs'
import { reasonOf } from '../../words/said'
import { t } from '../../words/words'
import s from './curves.module.css'

/** As much of the log's end as explains a failure. */
const LOG_END = 2000

export function RunCard({ view }: { view: RunView }) {
  const [closed, setClosed] = useState<string | null>(null)
  const problem = view.problems.at(-1)
  if (closed === view.run || (view.state !== 'failed' && !problem)) return null
  const reason = reasonOf(view)
  const title = problem?.title ?? t('curves-failed')
  const evidence = problem?.evidence || view.log.slice(-LOG_END)
  return (
    <section className={s.card} role="alert" aria-label={title}>
      <IconButton small label={t('curves-close')} className={s.close} onClick={() => setClosed(view.run)}>
        <Icon name="close" size={14} />
      </IconButton>
      <h3>{title}</h3>
      <p>{problem?.message ?? reason}</p>
      {problem && ![problem.title, problem.message, ''].includes(reason) && (
        <p className={s.quiet}>{reason}</p>
      )}
      {evidence && (
        <details>
          <summary>{t('curves-received')}</summary>
          <pre>{evidence}</pre>
        </details>
      )}
    </section>
  )
}
