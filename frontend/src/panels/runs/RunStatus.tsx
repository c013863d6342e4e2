// The status bar's few words on the run that goes on; nothing when none does.

import { progress } from '../../run/progress'
import { stage } from '../../run/stage'
import { clock } from '../../ui/format'
import { useWatched } from '../LabProvider'

export function RunStatus() {
  const view = useWatched()
  if (!view || (view.state !== 'running' && view.state !== 'queued')) return null
  const now = progress(view, view.at)
  if (!now) return <span>{stage(view)?.toLowerCase()}…</span>
  return (
    <span>
      training: epoch <b>{now.epoch}</b> of {now.epochs}
      {now.left !== null && ` · ${clock(now.left)} left`}
    </span>
  )
}
