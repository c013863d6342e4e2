// Says in words why there is nothing to see yet, or why a run did not end as hoped, and what to do next.

import { useState } from 'react'
import type { RunView } from '../../run/view'
import { Button } from '../../ui/controls'
import s from './curves.module.css'

export function RunCard({ view }: { view: RunView }) {
  const [closed, setClosed] = useState<string | null>(null)
  const problem = view.problems.at(-1)
  if (closed === view.run || (view.state !== 'failed' && !problem)) return null
  const title = problem?.title ?? 'The run failed.'
  return (
    <section className={s.card} role="alert" aria-label={title}>
      <h4>{title}</h4>
      <p>{problem?.message ?? view.reason}</p>
      {problem && view.reason && view.reason !== problem.message && <p className={s.quiet}>{view.reason}</p>}
      {(problem?.evidence || view.log) && (
        <details>
          <summary>What was received</summary>
          <pre>{problem?.evidence || view.log.slice(-2000)}</pre>
        </details>
      )}
      <Button kind="link" onClick={() => setClosed(view.run)}>
        Show the curves
      </Button>
    </section>
  )
}
