// A backbone on its way to a block: asked for, arranged, and put in its place in one step; or why that cannot be.

import '../words/lateBackbones'
import { useEffect, useState } from 'react'
import type { Problem } from '../contract'
import { placed } from '../imports/placed'
import { useDocument } from '../document/hooks'
import { select } from '../document/selection'
import { problemsOf } from '../server/refusal'
import { useServer } from '../server/ServerContext'
import { announce } from '../ui/announce'
import { Button, Progress } from '../ui/controls'
import { Dialog } from '../ui/Dialog'
import { Sentence } from '../ui/Sentence'
import { t } from '../words/words'
import s from './backbones.module.css'
import { patiently } from './patiently'
import { backboneAt } from './unfolding'
import { WeightsFile } from './WeightsFile'

/** What is missing is said below, with the ways to get it. */
const MISSING = 'weights_missing'
type Stage = 'waiting' | 'unfolding' | 'arranging'
const STAGES: readonly Stage[] = ['waiting', 'unfolding', 'arranging']

export function UnfoldDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const document = useDocument()
  const { api } = useServer()
  const [name] = useState(() => backboneAt(document, id)?.node.name ?? '')
  const [stage, setStage] = useState<Stage>('unfolding')
  const [wrong, setWrong] = useState('')
  const [problems, setProblems] = useState<readonly Problem[]>([])
  const [tries, setTries] = useState(0)

  useEffect(() => {
    const leaving = new AbortController()
    const unfold = async () => {
      const found = backboneAt(document, id)
      if (!found) return onClose()
      if (!found.shape) return setWrong(t('backbones-no-shape'))
      const { begin } = document.whole.graph.getState().training
      const asked = { node: found.node, shape: found.shape, begin }
      const ask = () => {
        setStage('unfolding')
        return api.unfold(document.project, asked)
      }
      const part = await patiently(ask, () => setStage('waiting'), leaving.signal)
      if (leaving.signal.aborted) return
      setStage('arranging')
      const graph = await placed(part.graph)
      const edits = await document.blocks()
      if (leaving.signal.aborted) return
      const now = backboneAt(document, id)
      const same = JSON.stringify(now) === JSON.stringify(found) && document.whole.graph.getState().training.begin === begin
      if (!same) return setWrong(t('backbones-changed'))
      edits.unfold(id, graph, part.block, part.begin)
      select([id])
      announce(t('backbones-unfolded', { name }))
      onClose()
    }
    setWrong('')
    setProblems([])
    unfold().catch((error: unknown) => {
      if (!leaving.signal.aborted) setProblems(problemsOf(error))
    })
    return () => leaving.abort()
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- asked once for each try
  }, [id, tries])

  const found = backboneAt(document, id)
  const failed = wrong !== '' || problems.length > 0
  return (
    <Dialog title={t('backbones-unfold-title', { name })} onClose={onClose} className={s.dialog}>
      <div className={s.body}>
        {!failed && (
          <div role="status" className={s.busy}>
            {t(`backbones-${stage}`, { name })}
            <Progress share={(STAGES.indexOf(stage) + 0.5) / STAGES.length} label={t(`backbones-${stage}`, { name })} width="100%" />
          </div>
        )}
        {failed && (
          <div role="alert" className={s.refused}>
            {wrong && <p>{wrong}</p>}
            {problems.map((problem) => (
              <p key={`${problem.code} ${problem.place}`}>
                <b>{problem.title}</b> {problem.code !== MISSING && <Sentence text={problem.message} />}
              </p>
            ))}
          </div>
        )}
        {found?.shape && problems.some(({ code }) => code === MISSING || code === 'weights_damaged') && (
          <WeightsFile node={found.node} shape={found.shape} />
        )}
        <div className={s.buttons}>
          {failed && (
            <Button kind="primary" onClick={() => setTries(tries + 1)}>
              {t('backbones-again')}
            </Button>
          )}
          <Button data-first onClick={onClose}>
            {t(failed ? 'backbones-close' : 'backbones-cancel')}
          </Button>
        </div>
      </div>
    </Dialog>
  )
}
