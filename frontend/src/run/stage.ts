// RunView → what a run does before its first batch, in words. Null once there is something to draw, or nothing to wait for.

import { reasonOf } from '../words/said'
import { t } from '../words/words'
import { ended, type RunView } from './view'

export function stage(view: RunView): string | null {
  if (ended(view) || view.batches > 0) return null
  const again = view.requeued.at(-1)
  if (view.state === 'queued') return again ? reasonOf(again) : t('runs-stage-waiting')
  if (!view.data) return t('runs-stage-data')
  if (view.model) return t('runs-stage-compiling')
  const learned = view.learned.at(-1)
  return learned ? t('runs-stage-learning', { done: learned.done, of: learned.of }) : t('runs-stage-building')
}
