// Train, and Stop that keeps the weights. A refusal is said below the buttons, with its reason and next step.

import { useDocument, useInference } from '../../document/hooks'
import { Button, IconButton } from '../../ui/controls'
import { usePanes } from '../../frame/panes'
import { plural } from '../../ui/format'
import { navigate } from '../../ui/route'
import { isActive } from '../lab'
import { useLab, useLabState } from '../LabProvider'
import s from './runs.module.css'

export function RunButtons() {
  const lab = useLab()
  const { project } = useDocument()
  const { runs, starting, stopping, watched } = useLabState()
  const ready = useInference((inference) => inference.plan_ok)
  const engine = useInference((inference) => inference.state)
  const errors = useInference(
    (inference) => inference.problems.filter((problem) => problem.severity === 'error').length,
  )
  const active = runs.filter(isActive)
  const train = async () => {
    usePanes.setState({ dock: true }) // where the curves appear
    await lab.start()
    navigate({ project }) // an address that names an older run would bring that one back
  }
  const running = active.find((run) => run.id === watched?.run) ?? active[0]
  const why = ready
    ? 'Trains a snapshot of this graph'
    : errors
      ? `${plural(errors, 'problem')} to mend first`
      : engine === 'ready'
        ? 'The graph is not complete yet'
        : 'The engine is starting; a press now waits for it'
  return (
    <div className={s.buttons}>
      {running && (
        <Button
          disabled={stopping.includes(running.id)}
          onClick={() => void lab.stop(running.id)}
          aria-label="Stop, keep weights"
        >
          <svg width="10" height="10" viewBox="0 0 10 10" aria-hidden="true">
            <rect width="10" height="10" rx="1.5" fill="currentColor" />
          </svg>
          <span className={s.long}>{stopping.includes(running.id) ? 'Stopping…' : 'Stop, keep weights'}</span>
          <span className={s.short}>Stop</span>
        </Button>
      )}
      <Button kind="primary" disabled={starting} data-ready={ready} title={why} onClick={() => void train()}>
        <svg width="10" height="12" viewBox="0 0 10 12" aria-hidden="true">
          <path d="M0 .8v10.4a.8.8 0 0 0 1.2.7l8.4-5.2a.8.8 0 0 0 0-1.4L1.2.1A.8.8 0 0 0 0 .8z" fill="currentColor" />
        </svg>
        {starting ? 'Starting…' : 'Train'}
      </Button>
      <Refused />
    </div>
  )
}

function Refused() {
  const lab = useLab()
  const { problems } = useLabState()
  if (problems.length === 0) return null
  return (
    <section className={s.refused} role="alert">
      <IconButton small label="Close" className={s.close} onClick={lab.dismiss}>
        ✕
      </IconButton>
      {problems.slice(0, 3).map((problem) => (
        <div key={`${problem.code} ${problem.nodes.join()} ${problem.place}`}>
          <h4>{problem.title}</h4>
          <p>{problem.message}</p>
        </div>
      ))}
      {problems.length > 3 && <p>{plural(problems.length - 3, 'more problem')}: see the tab Problems below.</p>}
    </section>
  )
}
