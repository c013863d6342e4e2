// The drawing as the Keras script it stands for, always current; copied or saved in one click, and edited by whoever may run code.

import '../../words/lateCode'
import { useMemo } from 'react'
import { useActions } from '../../actions/actions'
import { begin, useDrafting } from '../../coding/draft'
import { useDocument, useGraph, useInference, useMay } from '../../document/hooks'
import { urls } from '../../server/api'
import { useServer } from '../../server/ServerContext'
import { Button } from '../../ui/controls'
import { later } from '../../ui/later'
import { CopyButton } from '../CopyButton'
import { nameOf, saveText } from '../save'
import { useAnswer } from '../useAnswer'
import { t } from '../../words/words'
import s from './code.module.css'
import { highlight } from './highlight'

const REST_MS = 300
const Editing = later(() => import('../../coding/Editing').then((module) => module.Editing))

export function CodePanel() {
  const { project } = useDocument()
  const draft = useDrafting((state) => state.draft)
  return draft?.project === project ? <Editing draft={draft} /> : <Script />
}

function Script() {
  const server = useServer()
  const { project } = useDocument()
  const name = useGraph((graph) => graph.meta.name)
  const training = useGraph((graph) => graph.training)
  const version = useInference((inference) => inference.version)
  const key = `${version} ${JSON.stringify(training)} ${name}`
  const { value, problems: refused } = useAnswer(key, () => server.api.source(project), REST_MS)
  const source = value?.source ?? ''
  const problems = refused.length > 0 ? refused : (value?.problems ?? [])
  const graph = value?.graph ?? null
  const may = useMay().code && graph !== null && source !== ''
  const edit = (at = 0) => may && begin(project, graph, source, at)
  useActions(
    () => [{ id: 'edit.script', title: 'coding-edit-action', when: () => may, run: () => edit() }],
    [may, source, graph],
  )
  const spans = useMemo(() => highlight(source), [source])
  if (!value && problems.length === 0) return <p className={s.quiet}>{t('code-writing')}</p>
  return (
    <section className={s.panel} aria-label={t('code-script')}>
      <div className={s.bar}>
        <span title={t('code-runs', { file: nameOf(name, 'py') })}>python {nameOf(name, 'py')}</span>
        {may && (
          <Button small onClick={() => edit()}>
            {t('coding-edit')}
          </Button>
        )}
        <CopyButton text={() => source} />
        <Button
          small
          kind="quiet"
          disabled={!source}
          onClick={() => saveText(source, nameOf(name, 'py'), 'text/x-python')}
        >
          {t('code-download')}
        </Button>
        {source && (
          <a className={s.notebook} href={urls.notebook(project)} download title={t('code-notebook-doc')}>
            .ipynb
          </a>
        )}
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
        // Two presses on the text begin to edit it there; by keyboard, the button does.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
        <pre className={s.code} tabIndex={0} aria-label={t('code-source')} onDoubleClick={(event) => edit(placeIn(event.currentTarget))}>
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

/** How many characters stand before what is selected. */
function placeIn(text: HTMLElement): number {
  const selected = getSelection()
  if (!selected?.rangeCount || !text.contains(selected.anchorNode)) return 0
  const before = document.createRange()
  before.selectNodeContents(text)
  before.setEnd(selected.getRangeAt(0).startContainer, selected.getRangeAt(0).startOffset)
  return before.toString().length
}
