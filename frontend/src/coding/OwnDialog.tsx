// Code of one's own being written: proven in the sandbox, with the line marked that is wrong; what is proven is kept with the project.

import '../words/lateOwn'
import { useState } from 'react'
import { useCatalog } from '../catalog/context'
import { freshId } from '../catalog/names'
import type { Code, Problem } from '../contract'
import { addItem } from '../document/adding'
import { useDocument, useGraph } from '../document/hooks'
import { problemsOf } from '../server/refusal'
import { useServer } from '../server/ServerContext'
import { Button, Segmented } from '../ui/controls'
import { Dialog } from '../ui/Dialog'
import { t } from '../words/words'
import { BEGINNINGS } from './beginnings'
import s from './coding.module.css'
import { Editor } from './Editor'
import { closeOwn, draftKey, keepDraft, useOwn, type Opened } from './own'
import { Proven } from './Proven'
import { onceReady } from './ready'
import { Tried, valuesOf } from './Tried'

type Kind = keyof typeof BEGINNINGS

export function OwnDialog({ opened }: { opened: Opened }) {
  const { api } = useServer()
  const document = useDocument()
  const catalog = useCatalog()
  const { project } = document
  const [id, setId] = useState(opened.id)
  const kept = useGraph((graph) => (id === null ? undefined : graph.code[id]))
  const key = draftKey(project, id)
  const [kind, setKind] = useState<Kind>('layer')
  const [begun, setBegun] = useState(() => useOwn.getState().drafts[key] ?? kept?.source ?? BEGINNINGS.layer)
  const [source, setSource] = useState(begun)
  const [tried, setTried] = useState<Readonly<Record<string, string>>>(() => textsOf(kept))
  const [problems, setProblems] = useState<readonly Problem[]>([])
  const [proven, setProven] = useState<Code | null>(null)
  const [busy, setBusy] = useState(false)

  const type = (text: string) => {
    setSource(text)
    setProven(null)
    keepDraft(key, text === kept?.source ? undefined : text)
  }
  const begin = (next: Kind) => {
    setKind(next)
    setBegun(BEGINNINGS[next])
    setSource(BEGINNINGS[next])
    setProblems([])
  }
  const prove = async () => {
    if (busy) return
    setBusy(true)
    setProblems([])
    try {
      const code = await onceReady(() => api.proveCode(project, { source, params: valuesOf(tried), id }))
      const place = id ?? freshId()
      document.edit.keepCode(place, code)
      keepDraft(key, undefined)
      setId(place)
      setProven(code)
      setBegun(code.source)
      setSource(code.source)
    } catch (error) {
      const found = problemsOf(error)
      setProblems(found)
      const [first] = found
      if (first?.code === 'custom_needs_value' && first.evidence) setTried((now) => ({ [first.evidence]: '', ...now }))
    } finally {
      setBusy(false)
    }
  }
  const place = () => {
    if (id !== null && proven) addItem(document, catalog, { type: 'custom', code: id, title: proven.name })
    closeOwn()
  }

  return (
    <Dialog title={kept ? t('written-title', { name: kept.name }) : t('written-new-title')} onClose={closeOwn} className={s.own}>
      <div className={s.ownBody}>
        <div className={s.bar}>
          <span>{t('written-hint')}</span>
          {id === null && (
            <Segmented
              label={t('written-kind')}
              choices={[
                { value: 'layer', label: t('written-layer') },
                { value: 'function', label: t('written-function') },
              ]}
              value={kind}
              onChange={(next) => begin(next as Kind)}
            />
          )}
          {proven && (
            <Button small onClick={place}>
              {t('written-place')}
            </Button>
          )}
          <Button small kind="primary" disabled={busy} onClick={() => void prove()}>
            {t(busy ? 'written-proving' : 'written-prove')}
          </Button>
        </div>
        <Tried tried={tried} onChange={setTried} />
        {problems.length > 0 && (
          <div className={s.problems} role="alert">
            {problems.slice(0, 4).map((problem) => (
              <p key={`${problem.code} ${problem.place} ${problem.message}`}>
                <b>{problem.title}</b> {problem.message}
              </p>
            ))}
          </div>
        )}
        {proven && <Proven code={proven} />}
        <Editor
          key={begun}
          label={t('written-source')}
          source={begun}
          at={0}
          problems={problems}
          onChange={type}
          onDone={() => void prove()}
        />
      </div>
    </Dialog>
  )
}

function textsOf(kept: Code | undefined): Record<string, string> {
  return Object.fromEntries(Object.entries(kept?.tried ?? {}).map(([name, value]) => [name, JSON.stringify(value)]))
}
