// A model from elsewhere: chosen or pasted, read, told what became of it, and opened only then.

import '../words/lateImports'
import { useEffect, useRef, useState } from 'react'
import type { BroughtModel, Problem } from '../contract'
import { problemsOf } from '../server/refusal'
import { useServer } from '../server/ServerContext'
import { Button, Progress } from '../ui/controls'
import { Dialog } from '../ui/Dialog'
import { navigate } from '../ui/route'
import { t } from '../words/words'
import { Code } from './Code'
import s from './imports.module.css'
import { leaveImport, type Brought } from './importing'
import { placed } from './placed'
import { read, type Stage } from './reading'
import { Refused } from './Refused'
import { Told } from './Told'

interface Busy {
  stage: Stage
  part: number | null
}

export function ImportDialog({ brought }: { brought: Brought }) {
  const { api } = useServer()
  const [models, setModels] = useState<readonly BroughtModel[]>([])
  const [problems, setProblems] = useState<readonly Problem[]>([])
  const [busy, setBusy] = useState<Busy | null>(null)
  const [source, setSource] = useState('')
  const leaving = useRef(new AbortController())
  const name = brought.type === 'file' ? brought.file.name : t('imports-code')

  const look = async (placeholders: boolean) => {
    setProblems([])
    setModels([])
    const what = brought.type === 'file' ? { file: brought.file, placeholders } : { source }
    try {
      const progress = (stage: Stage, part: number | null) => setBusy({ stage, part })
      setModels((await read(api, what, progress, leaving.current.signal)).models)
    } catch (error) {
      if (!leaving.current.signal.aborted) setProblems(problemsOf(error))
    } finally {
      setBusy(null)
    }
  }
  const open = async (model: BroughtModel) => {
    setBusy({ stage: 'reading', part: null })
    try {
      const { begin } = model.graph.training
      if (begin) await api.keepImport(begin)
      const made = await api.createProject({ graph: { ...(await placed(model.graph)) } })
      leaveImport()
      navigate({ project: made.id })
    } catch (error) {
      setProblems(problemsOf(error))
      setBusy(null)
    }
  }
  useEffect(() => {
    leaving.current = new AbortController()
    const { current } = leaving
    if (brought.type === 'file') void look(false)
    return () => current.abort()
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- read once for each thing that is brought
  }, [brought])

  return (
    <Dialog title={t('imports-title')} onClose={leaveImport} className={s.dialog}>
      <div className={s.body}>
        {busy && (
          <div role="status" className={s.busy}>
            {t(`imports-${busy.stage}`, { name })}
            {busy.part !== null && <Progress share={busy.part} label={t(`imports-${busy.stage}`, { name })} width="100%" />}
          </div>
        )}
        {problems.length > 0 && <Refused problems={problems} onPlaceholders={() => void look(true)} />}
        {brought.type === 'code' && models.length === 0 && (
          <Code source={source} problems={problems} busy={busy !== null} onChange={setSource} onRead={() => void look(false)} />
        )}
        {models.length > 0 && <Told models={models} busy={busy !== null} onOpen={(model) => void open(model)} />}
        {models.length > 0 && brought.type === 'code' && (
          <Button kind="link" disabled={busy !== null} onClick={() => setModels([])}>
            {t('imports-back')}
          </Button>
        )}
      </div>
    </Dialog>
  )
}
