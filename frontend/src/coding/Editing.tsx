// The script being edited: nothing of the graph changes until what it would do has been looked at and applied.

import '../words/lateCode'
import '../words/lateCompare'
import '../words/lateImports'
import { useState } from 'react'
import { useDocument } from '../document/hooks'
import { problemsOf } from '../server/refusal'
import { useServer } from '../server/ServerContext'
import { Button } from '../ui/controls'
import { say } from '../ui/toast'
import { said } from '../words/said'
import { t } from '../words/words'
import s from './coding.module.css'
import { discard, useDrafting, write, type Draft } from './draft'
import { Editor } from './Editor'
import { Preview } from './Preview'
import { onceReady } from './ready'

export function Editing({ draft }: { draft: Draft }) {
  const { api } = useServer()
  const document = useDocument()
  const { checking, problems, found } = useDrafting()
  const [begun] = useState(draft)
  const changed = draft.source !== draft.written

  const check = async () => {
    const now = useDrafting.getState().draft
    if (!now || useDrafting.getState().checking) return
    if (now.source === now.written) return discard()
    useDrafting.setState({ checking: true, problems: [] })
    try {
      const { project, graph, written, source } = now
      const answer = await onceReady(() => api.editSource(project, { graph, written, source }))
      if (answer.edits.length || answer.remarks.length) useDrafting.setState({ checking: false, found: answer })
      else {
        discard()
        say(t('coding-nothing'))
      }
    } catch (error) {
      useDrafting.setState({ checking: false, problems: problemsOf(error) })
    }
  }
  const apply = () => {
    if (!found) return
    document.edit.applyFix(found.edits)
    discard()
    say(t('coding-applied'), { action: { label: t('compare-undo'), run: document.undo } })
  }

  return (
    <section className={s.panel} aria-label={t('coding-title')}>
      <div className={s.bar}>
        <span>{t('coding-hint')}</span>
        <Button small kind="primary" disabled={!changed || checking} onClick={() => void check()}>
          {t(checking ? 'coding-checking' : 'coding-preview')}
        </Button>
        <Button small kind="quiet" onClick={discard}>
          {t('coding-discard')}
        </Button>
      </div>
      {problems.length > 0 && (
        <div className={s.problems} role="alert">
          {problems.slice(0, 4).map((problem) => (
            <p key={`${problem.code} ${problem.place} ${problem.message}`}>
              <b>{problem.title}</b> {problem.message}
            </p>
          ))}
        </div>
      )}
      <Editor
        label={t('code-source')}
        source={begun.source}
        at={begun.at}
        problems={problems}
        onChange={write}
        onDone={() => void check()}
      />
      {found && (
        <Preview
          found={found}
          remarks={found.remarks.map((one) => said(one, ''))}
          onApply={apply}
          onBack={() => useDrafting.setState({ found: null })}
        />
      )}
    </section>
  )
}
