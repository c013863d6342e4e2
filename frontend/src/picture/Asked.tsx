// A file was dropped on the project: what is in it, and whether it becomes a project of its own, goes into this one, or is laid under it.

import '../words/latePicture'
import { useState } from 'react'
import { run } from '../actions/actions'
import { useCatalog } from '../catalog/context'
import { compareWith } from '../compare/Comparing'
import { keepDropped } from '../compare/refs'
import type { Problem } from '../contract'
import { useDocument, useSync } from '../document/hooks'
import { useAnswer } from '../panels/useAnswer'
import { problemsOf } from '../server/refusal'
import { useServer } from '../server/ServerContext'
import { Button } from '../ui/controls'
import { Dialog } from '../ui/Dialog'
import { navigate } from '../ui/route'
import { say } from '../ui/toast'
import { t } from '../words/words'
import { besideAll } from './beside'
import s from './picture.module.css'
import { Preview } from './Preview'
import { graphText } from './read'

export function Asked({ file, onClose }: { file: File; onClose: () => void }) {
  const { project, graph, edit } = useDocument()
  const catalog = useCatalog()
  const { api } = useServer()
  const may = useSync((sync) => sync.may)
  const [refused, setRefused] = useState<readonly Problem[]>([])
  const [busy, setBusy] = useState(false)
  const { value, problems } = useAnswer(file.name, async () => api.openGraph(await graphText(file)))

  const open = async () => {
    setBusy(true)
    try {
      const made = await api.createProject({ graph: { ...value } })
      onClose()
      navigate({ project: made.id })
    } catch (error) {
      setRefused(problemsOf(error))
      setBusy(false)
    }
  }
  const paste = () => {
    if (!value) return
    const { nodes, edges, layout, notes } = value
    const added = edit.paste({ layerloom: 'clip', nodes, edges, layout, notes, incoming: {} }, besideAll(graph.getState()))
    onClose()
    say(t('picture-pasted', { n: added.length }))
    requestAnimationFrame(() => void run('view.fit-selection'))
  }
  const compare = () => {
    if (!value) return
    keepDropped({ name: file.name, graph: { ...value } })
    onClose()
    compareWith(project, { type: 'file' })
  }
  return (
    <Dialog title={value ? value.name : file.name} onClose={onClose} className={s.asked}>
      <div className={s.body}>
        {[...refused, ...problems].map((problem) => (
          <p key={problem.code} className={s.problem} role="alert">
            <b>{problem.title}</b> {problem.message}
          </p>
        ))}
        {!value && !problems.length && <p role="status">{t('picture-reading', { name: file.name })}</p>}
        {value && (
          <>
            <Preview graph={value} catalog={catalog} />
            <p>{t('picture-found', { n: Object.keys(value.nodes).length, name: file.name })}</p>
            <div className={s.buttons}>
              {may.own && (
                <Button kind="primary" disabled={busy} data-first onClick={() => void open()}>
                  {t('picture-open-project')}
                </Button>
              )}
              {may.draw && <Button onClick={paste}>{t('picture-paste')}</Button>}
              <Button onClick={compare}>{t('picture-compare')}</Button>
            </div>
          </>
        )}
      </div>
    </Dialog>
  )
}
