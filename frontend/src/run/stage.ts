// RunView → what a run does before its first batch, in words. Null once there is something to draw, or nothing to wait for.

import { ended, type RunView } from './view'

export function stage(view: RunView): string | null {
  if (ended(view) || view.batches > 0) return null
  if (view.state === 'queued') return view.requeued.at(-1) ?? 'Waiting for its turn'
  if (!view.data) return 'Preparing the data'
  return view.model ? 'Compiling the first step' : 'Building the model'
}
