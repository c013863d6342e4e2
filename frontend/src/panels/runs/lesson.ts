// LayerLearned → one sentence: how much a layer took from the training part before the first epoch, and the first of it.

import type { LayerLearned } from '../../contract'
import { duration } from '../../run/words'
import { t } from '../../words/words'

/** An event of an older Layerloom is without `spread`. */
export function lessonOf({ name, layer, size, shown, spread, seconds }: Omit<LayerLearned, 'spread'> & Partial<LayerLearned>): string {
  const id = size === null ? 'runs-log-scale' : layer === 'Discretization' ? 'runs-log-bins' : 'runs-log-words'
  const values = { shown: shown.join(', '), spread: spread?.join(', ') || '–' }
  return t(id, { name, layer, n: size ?? 0, ...values, seconds: duration(seconds) })
}
