// A run makes room for others, and goes on from its checkpoint when it is told to.

import type { Run } from '../../contract'
import { useMay } from '../../document/hooks'
import { Button } from '../../ui/controls'
import { t } from '../../words/words'
import { isPausing } from '../lab'
import { useLab } from '../LabProvider'

export function PauseButton({ run }: { run: Run }) {
  const lab = useLab()
  const may = useMay()
  const number = String(run.number)
  if (!may.train || run.stop_requested) return null
  if (run.state === 'paused')
    return (
      <Button small kind="quiet" onClick={() => void lab.resume(run.id)} aria-label={t('runs-resume-run', { number })}>
        {t('runs-resume')}
      </Button>
    )
  if (run.state !== 'running' && run.state !== 'queued') return null
  const pausing = isPausing(run)
  return (
    <Button
      small
      kind="quiet"
      disabled={pausing}
      title={t('runs-pause-doc')}
      onClick={() => void lab.pause(run.id)}
      aria-label={t('runs-pause-run', { number })}
    >
      {t(pausing ? 'runs-pausing' : 'runs-pause')}
    </Button>
  )
}
