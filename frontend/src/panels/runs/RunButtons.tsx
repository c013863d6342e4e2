// Train, and Stop that keeps the weights. A refusal is said below the buttons, with its reason and next step.

import { useActions } from '../../actions/actions'
import { useKeyText } from '../../actions/bindings'
import { useDocument, useInference, useMay } from '../../document/hooks'
import { Button, IconButton } from '../../ui/controls'
import { usePanes } from '../../frame/panes'
import { navigate } from '../../ui/route'
import { isActive } from '../lab'
import { useLab, useLabState } from '../LabProvider'
import { t } from '../../words/words'
import s from './runs.module.css'

export function RunButtons() {
  const lab = useLab()
  const may = useMay()
  const { project } = useDocument()
  const { runs, starting, stopping, watched } = useLabState()
  const ready = useInference((inference) => inference.plan_ok)
  const engine = useInference((inference) => inference.state)
  const errors = useInference(
    (inference) => inference.problems.filter((problem) => problem.severity === 'error').length,
  )
  const keys = useKeyText('run.train')
  const active = runs.filter((run) => isActive(run) && run.state !== 'paused')
  const paused = runs.find((run) => run.id === watched?.run && run.state === 'paused')
  const train = async () => {
    usePanes.setState({ dock: true }) // where the curves appear
    await lab.start()
    navigate({ project }) // an address that names an older run would bring that one back
  }
  const running = active.find((run) => run.id === watched?.run) ?? active[0]
  useActions(
    () => [
      {
        id: 'run.train',
        title: 'runs-train',
        keys: ['Mod+Enter'],
        typing: true,
        when: () => may.train && !lab.state().starting,
        run: () => void train(),
      },
      {
        id: 'run.stop',
        title: 'runs-stop-keep',
        when: () => may.train && running !== undefined,
        run: () => running && void lab.stop(running.id),
      },
      {
        id: 'run.pause',
        title: 'runs-pause-action',
        when: () => may.train && running !== undefined && !running.pause_requested,
        run: () => running && void lab.pause(running.id),
      },
      {
        id: 'run.resume',
        title: 'runs-resume-action',
        when: () => may.train && paused !== undefined,
        run: () => paused && void lab.resume(paused.id),
      },
    ],
    [lab, project, may.train, running, paused],
  )
  const why = ready
    ? t('runs-train-doc')
    : errors
      ? t('runs-mend-first', { n: errors })
      : engine === 'ready'
        ? t('runs-incomplete')
        : t('runs-engine-starting')
  return (
    <div className={s.buttons}>
      {running && may.train && (
        <Button
          disabled={stopping.includes(running.id)}
          onClick={() => void lab.stop(running.id)}
          aria-label={t('runs-stop-keep')}
        >
          <svg width="10" height="10" viewBox="0 0 10 10" aria-hidden="true">
            <rect width="10" height="10" rx="1.5" fill="currentColor" />
          </svg>
          <span className={s.long}>{t(stopping.includes(running.id) ? 'runs-stopping' : 'runs-stop-keep')}</span>
          <span className={s.short}>{t('runs-stop')}</span>
        </Button>
      )}
      {may.train && (
        <Button kind="primary" data-tour="train" disabled={starting} data-ready={ready} title={keys ? `${why} (${keys})` : why} onClick={() => void train()}>
          <svg width="10" height="12" viewBox="0 0 10 12" aria-hidden="true">
            <path d="M0 .8v10.4a.8.8 0 0 0 1.2.7l8.4-5.2a.8.8 0 0 0 0-1.4L1.2.1A.8.8 0 0 0 0 .8z" fill="currentColor" />
          </svg>
          <span className={running && s.word}>{t(starting ? 'runs-starting' : 'runs-train')}</span>
        </Button>
      )}
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
      <IconButton small label={t('word-close')} className={s.close} onClick={lab.dismiss}>
        ✕
      </IconButton>
      {problems.slice(0, 3).map((problem) => (
        <div key={`${problem.code} ${problem.nodes.join()} ${problem.place}`}>
          <h2>{problem.title}</h2>
          <p>{problem.message}</p>
        </div>
      ))}
      {problems.length > 3 && <p>{t('runs-more-problems', { n: problems.length - 3 })}</p>}
    </section>
  )
}
