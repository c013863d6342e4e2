// A run's row of metrics → the one a person would name first, in words.

import type { Run } from '../../contract'
import { metric, named } from '../../run/words'

/** Validation accuracy before validation loss; empty before the first epoch. */
export function bestOf(run: Pick<Run, 'metrics'>): string {
  const names = Object.keys(run.metrics)
  const name =
    names.find((one) => one.startsWith('val_') && !one.endsWith('loss')) ??
    names.find((one) => one === 'val_loss') ??
    names[0]
  if (name === undefined) return ''
  return `${named(name)} ${metric(run.metrics[name])}`
}
