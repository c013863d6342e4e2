// A run as it goes on, and the problems as they stand → the few sentences worth reading out.

import type { Problem } from '../contract'
import { ended, type RunView } from '../run/view'
import { metric } from '../run/words'
import { t } from '../words/words'
import { reasonOf } from '../words/said'

/** Training is reported this often at most; its beginning, its end and what stops it always. */
export const EVERY_MS = 6000

const SAYS: Partial<Record<RunView['state'], string>> = { queued: 'frame-says-queued', paused: 'frame-says-paused' }

export interface News {
  run: (view: RunView, now: number) => void
  problems: (problems: readonly Problem[]) => void
}

export function follow(say: (text: string, urgent?: boolean) => void): News {
  let id: string | null = null
  let state: RunView['state'] | null = null
  let epoch = 0
  let spoken = -Infinity
  let wrong: ReadonlySet<string> = new Set()

  return {
    run: (view, now) => {
      const known = view.run === id
      const changed = state !== view.state
      if (!known) epoch = view.epochs.length
      id = view.run
      state = view.state
      // A run that is only looked at again has no news.
      if (!known && ended(view)) return
      if (ended(view)) {
        if (changed) say(ending(view), view.state === 'failed')
        return
      }
      if (changed) {
        spoken = now
        say(t(SAYS[view.state] ?? 'frame-says-training'))
        return
      }
      const row = view.epochs.at(-1)
      if (!row || view.epochs.length <= epoch || now - spoken < EVERY_MS) return
      epoch = view.epochs.length
      spoken = now
      say(t('frame-says-epoch', { epoch, epochs: view.started?.epochs ?? epoch, values: values(row.metrics) }))
    },
    problems: (problems) => {
      const errors = new Map(
        problems.filter(({ severity }) => severity === 'error').map((each) => [`${each.code} ${each.nodes.join()}`, each]),
      )
      const fresh = [...errors].find(([key]) => !wrong.has(key))?.[1]
      if (fresh) say(t('frame-says-problem', { n: errors.size, title: fresh.title }))
      else if (wrong.size && !errors.size) say(t('frame-says-no-problem'))
      wrong = new Set(errors.keys())
    },
  }
}

function ending(view: RunView): string {
  if (view.state === 'failed') {
    return t('frame-says-failed', { reason: view.problems.at(-1)?.title || reasonOf(view) })
  }
  const row = view.epochs.at(-1)
  const said = { epochs: view.epochs.length, values: row ? values(row.metrics) : '' }
  return t(view.state === 'stopped' ? 'frame-says-stopped' : 'frame-says-done', said)
}

/** "loss 0.31, validation loss 0.42": the losses say most; more would not be listened to. */
function values(metrics: Readonly<Record<string, number | null>>): string {
  return ['loss', 'val_loss']
    .flatMap((name) => (name in metrics ? [t(`frame-says-${name}`, { value: metric(metrics[name]) })] : []))
    .join(', ')
}
