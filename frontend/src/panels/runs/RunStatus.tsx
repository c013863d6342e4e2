// The status bar's few words on the run that goes on; nothing when none does.

import { progress } from '../../run/progress'
import { clock } from '../../ui/format'
import { useWatched } from '../LabProvider'

export function RunStatus() {
  const view = useWatched()
  if (!view || (view.state !== 'running' && view.state !== 'queued')) return null
  if (view.state === 'queued') return <span>waits for its turn</span>
  const now = progress(view, view.at)
  if (!now) return <span>starting…</span>
  return (
    <span>
      training: epoch <b>{now.epoch}</b> of {now.epochs}
      {now.left !== null && ` · ${clock(now.left)} left`}
    </span>
  )
}
