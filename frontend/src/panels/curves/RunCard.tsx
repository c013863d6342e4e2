// Says in words why a run did not end as hoped, and what to do next. Stands over the charts until it is closed.

import { useState } from 'react'
import type { RunView } from '../../run/view'
import { IconButton } from '../../ui/controls'
import { Icon } from '../../ui/glyphs'
import s from './curves.module.css'

/** As much of the log's end as explains a failure. */
const LOG_END = 2000

export function RunCard({ view }: { view: RunView }) {
  const [closed, setClosed] = useState<string | null>(null)
  const problem = view.problems.at(-1)
  if (closed === view.run || (view.state !== 'failed' && !problem)) return null
  const title = problem?.title ?? 'The run failed.'
  const evidence = problem?.evidence || view.log.slice(-LOG_END)
  return (
    <section className={s.card} role="alert" aria-label={title}>
      <IconButton small label="Close and show the curves" className={s.close} onClick={() => setClosed(view.run)}>
        <Icon name="close" size={14} />
      </IconButton>
      <h4>{title}</h4>
      <p>{problem?.message ?? view.reason}</p>
      {problem && ![problem.title, problem.message, ''].includes(view.reason) && (
        <p className={s.quiet}>{view.reason}</p>
      )}
      {evidence && (
        <details>
          <summary>What was received</summary>
          <pre>{evidence}</pre>
        </details>
      )}
    </section>
  )
}
