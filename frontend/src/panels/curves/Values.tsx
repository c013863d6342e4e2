// A metric's values in words: the newest beside its heading, those under the pointer in a card, one sentence for who cannot see.

import { points } from '../../run/series'
import { smooth } from '../../run/smooth'
import type { RunView } from '../../run/view'
import { heading, metric as number } from '../../run/words'
import { t } from '../../words/words'
import s from './curves.module.css'
import { readingAt } from './lines'
import type { Hover } from './plot'

interface ValuesProps {
  view: RunView
  metric: string
}

export function Newest({ view, metric }: ValuesProps) {
  const row = view.epochs.at(-1)?.metrics
  const flagged = view.not_finite[metric] ?? view.not_finite[`val_${metric}`]
  return (
    <span className={s.values}>
      {view.batches > 0 && (
        <span className={s.optional}>
          <i className={s.keyBatch} aria-hidden="true" /> {t('curves-batches')}
        </span>
      )}
      <Value kind="train" value={row?.[metric]} />
      <Value kind="validation" value={row?.[`val_${metric}`]} />
      {flagged && (
        <span className={s.flag} title={t('curves-flag-doc')}>
          ⚑ {t('curves-flag', { epoch: flagged.epoch, step: flagged.step + 1 })}
        </span>
      )}
    </span>
  )
}

interface ReadingProps extends ValuesProps {
  hover: Hover
  smoothing: number
}

/** The card beside the pointer; at the left of it where the right is the edge. */
export function Reading({ view, metric, hover, smoothing }: ReadingProps) {
  const at = readingAt(view, metric, hover.batch)
  const series = view.series[metric]
  const average =
    series && at.index >= 0 ? smooth(points(series).mean.subarray(0, at.index + 1), smoothing).at(-1) : undefined
  return (
    <div
      className={s.reading}
      data-side={hover.batch > view.batches * 0.55 ? 'left' : 'right'}
      data-place={hover.high ? 'low' : 'high'}
      style={{ left: hover.left }}
    >
      <b>
        {t('curves-at', { epoch: at.epoch, step: at.step })}
      </b>
      <Value kind="raw" value={at.batch} />
      <Value kind="batch" value={average} />
      <Value kind="train" value={at.train} />
      <Value kind="validation" value={at.validation} />
    </div>
  )
}

const KEYS = { raw: s.keyRaw, batch: s.keyBatch, train: s.keyTrain, validation: s.keyValidation }

function Value({ kind, value }: { kind: keyof typeof KEYS; value: number | null | undefined }) {
  if (value === undefined) return null
  return (
    <span className={s.value}>
      <i className={KEYS[kind]} aria-hidden="true" />
      {t(`curves-key-${kind}`)} <b>{number(value)}</b>
    </span>
  )
}

export function spoken(view: RunView, metric: string): string {
  const row = view.epochs.at(-1)
  const name = heading(metric)
  if (!row) return t('curves-spoken-nothing', { name })
  const values = { name, epoch: row.epoch, train: number(row.metrics[metric]) }
  const validation = row.metrics[`val_${metric}`]
  if (validation === undefined) return t('curves-spoken', values)
  return t('curves-spoken-both', { ...values, validation: number(validation) })
}
