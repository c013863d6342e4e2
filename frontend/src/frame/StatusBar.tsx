// Foot of a project: what the model costs, how many problems, who computes.

import { SIZES } from '../contract'
import { useGraph, useInference } from '../document/hooks'
import { RunStatus } from '../panels/runs/RunStatus'
import { Button } from '../ui/controls'
import { bytes, count } from '../ui/format'
import { Worded } from '../ui/Worded'
import { t } from '../words/words'
import s from './frame.module.css'
import { useSession } from './session'

const NAMES: Record<string, string> = { tensorflow: 'TensorFlow', jax: 'JAX', torch: 'PyTorch' }

export function StatusBar({ onProblems }: { onProblems: () => void }) {
  const totals = useInference((inference) => inference.totals)
  const state = useInference((inference) => inference.state)
  const batch = useGraph((graph) => graph.training.batch_size)
  const size = useGraph((graph) => SIZES[graph.training.goes_to]?.at(0))
  const session = useSession()
  return (
    <footer className={s.status} data-region="status">
      {totals && (totals.params > 0 || state === 'ready') && (
        <>
          <span title={t('frame-can-learn', { n: totals.trainable_params })}>
            <Worded text={t('frame-parameters', { n: totals.params, count: count(totals.params) })} />
          </span>
          <span className={s.more}>
            <Worded text={t('frame-weights', { bytes: bytes(totals.weight_bytes) })} />
          </span>
          {size && (
            <span className={s.more} title={t('frame-size-is', { format: size.title })}>
              <Worded text={t('frame-size', { format: size.title, bytes: bytes(totals.params * size.weight_bytes) })} />
            </span>
          )}
          <span className={s.more} title={t('frame-memory-is')}>
            <Worded text={t('frame-at-batch', { bytes: bytes(totals.training_bytes), batch })} />
          </span>
        </>
      )}
      <RunStatus />
      <Problems onOpen={onProblems} />
      <span className={s.space} />
      {state === 'starting' && <span role="status">{t('frame-inspector-starts')}</span>}
      {state === 'restarting' && <span role="status">{t('frame-inspector-again')}</span>}
      {session && (
        <span className={s.more}>
          {NAMES[session.backend] ?? session.backend} · Keras {session.keras_version.split('.').slice(0, 2).join('.')}
        </span>
      )}
    </footer>
  )
}

function Problems({ onOpen }: { onOpen: () => void }) {
  const errors = useInference((inference) => inference.problems.filter((each) => each.severity === 'error').length)
  const warnings = useInference((inference) => inference.problems.length) - errors
  const empty = useGraph((graph) => Object.keys(graph.nodes).length === 0)
  if (empty || (!errors && !warnings)) return null // nothing is drawn yet, so nothing is wrong
  return (
    <Button kind="link" className={s.problems} data-tone={errors ? 'bad' : 'warn'} onClick={onOpen}>
      {[errors && t('frame-n-problems', { n: errors }), warnings && t('frame-n-warnings', { n: warnings })]
        .filter(Boolean)
        .join(' · ')}
    </Button>
  )
}
