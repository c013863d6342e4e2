// Foot of a project: what the model costs, how many problems, who computes.

import { useGraph, useInference } from '../document/hooks'
import { RunStatus } from '../panels/runs/RunStatus'
import { Button } from '../ui/controls'
import { bytes, count, plural } from '../ui/format'
import s from './frame.module.css'
import { useSession } from './session'

const NAMES: Record<string, string> = { tensorflow: 'TensorFlow', jax: 'JAX', torch: 'PyTorch' }

export function StatusBar({ onProblems }: { onProblems: () => void }) {
  const totals = useInference((inference) => inference.totals)
  const state = useInference((inference) => inference.state)
  const batch = useGraph((graph) => graph.training.batch_size)
  const session = useSession()
  return (
    <footer className={s.status}>
      {totals && (totals.params > 0 || state === 'ready') && (
        <>
          <span title={`${count(totals.trainable_params)} of them can learn`}>
            <b>{count(totals.params)}</b> {totals.params === 1 ? 'parameter' : 'parameters'}
          </span>
          <span>
            <b>{bytes(totals.weight_bytes)}</b> weights
          </span>
          <span title="Estimate: weights, gradients, optimizer and the values between layers">
            <b>{bytes(totals.training_bytes)}</b> at batch {count(batch)}
          </span>
        </>
      )}
      <RunStatus />
      <Problems onOpen={onProblems} />
      <span className={s.space} />
      {state === 'starting' && <span role="status">The inspector is starting; shapes follow in a moment</span>}
      {state === 'restarting' && <span role="status">The inspector is starting again; your drawing is safe</span>}
      {session && (
        <span>
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
      {[errors && plural(errors, 'problem'), warnings && plural(warnings, 'warning')].filter(Boolean).join(' · ')}
    </Button>
  )
}
