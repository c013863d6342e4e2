// The drawing as the Keras script it stands for, always current; copied or saved in one click.

import { useMemo } from 'react'
import { useDocument, useGraph, useInference } from '../../document/hooks'
import { useServer } from '../../server/ServerContext'
import { Button } from '../../ui/controls'
import { CopyButton } from '../CopyButton'
import { nameOf, saveText } from '../save'
import { useAnswer } from '../useAnswer'
import s from './code.module.css'
import { highlight } from './highlight'

const REST_MS = 300

export function CodePanel() {
  const server = useServer()
  const { project } = useDocument()
  const name = useGraph((graph) => graph.meta.name)
  const training = useGraph((graph) => graph.training)
  const version = useInference((inference) => inference.version)
  const key = `${version} ${JSON.stringify(training)} ${name}`
  const { value, problems: refused } = useAnswer(key, () => server.api.source(project), REST_MS)
  const source = value?.source ?? ''
  const problems = refused.length > 0 ? refused : (value?.problems ?? [])
  const spans = useMemo(() => highlight(source), [source])
  if (!value && problems.length === 0) return <p className={s.quiet}>Writing the script…</p>
  return (
    <section className={s.panel} aria-label="Keras script">
      <div className={s.bar}>
        <span title={`Runs as it is: python ${nameOf(name, 'py')}`}>python {nameOf(name, 'py')}</span>
        <CopyButton text={() => source} />
        <Button
          small
          kind="quiet"
          disabled={!source}
          onClick={() => saveText(source, nameOf(name, 'py'), 'text/x-python')}
        >
          Download
        </Button>
      </div>
      {problems.length > 0 && (
        <div className={s.problems} role="status">
          {problems.slice(0, 4).map((problem) => (
            <p key={`${problem.code} ${problem.nodes.join()} ${problem.place}`}>
              <b>{problem.title}</b> {problem.message}
            </p>
          ))}
        </div>
      )}
      {source && (
        <pre className={s.code} tabIndex={0} aria-label="Python source">
          <code>
            {spans.map((span, at) => (
              // Spans have no identity of their own: a script is drawn anew as a whole.
              // oxlint-disable-next-line react/no-array-index-key
              <span key={at} className={s[span.kind]}>
                {span.text}
              </span>
            ))}
          </code>
        </pre>
      )}
    </section>
  )
}
