// The status bar's few words on the run that goes on; nothing when none does.

import { progress } from '../../run/progress'
import { stage } from '../../run/stage'
import { clock } from '../../ui/format'
import { useWatched } from '../LabProvider'
import { t } from '../../words/words'
import { Said } from '../../ui/Said'

export function RunStatus() {
  const view = useWatched()
  if (!view || (view.state !== 'running' && view.state !== 'queued')) return null
  const now = progress(view, view.at)
  if (!now) return <span>{stage(view)}…</span>
  return (
    <span>
      <Said id="runs-status" values={{ epoch: now.epoch, epochs: now.epochs }} />
      {now.left !== null && ` · ${t('runs-left', { time: clock(now.left) })}`}
    </span>
  )
}
