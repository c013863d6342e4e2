// What a file showed when it was run again: deviation, size, time for a row, the oldest runtime that takes it.

import type { Format, Receipt } from '../contract'
import { fixed, percent } from '../run/words'
import { bytes } from '../ui/format'
import { powers } from '../words/intl'
import { t } from '../words/words'
import s from './exports.module.css'

export function Proven({ format, receipt }: { format: Format; receipt: Receipt }) {
  const { proof } = receipt
  if (!proof)
    return (
      <>
        <p>{t(`export-unproven-${receipt.unproven}`)}</p>
        <dl className={s.figures}>
          <Figure name={t('export-size')} value={bytes(receipt.bytes)} />
        </dl>
      </>
    )
  return (
    <>
      <dl className={s.figures}>
        <Figure name={t('export-deviation')} value={proof.deviation === 0 ? '0' : powers(proof.deviation, 1)} doc={t('export-deviation-doc', { most: powers(receipt.tolerance, 1) })} />
        {proof.agreeing !== null && <Figure name={t('export-agreeing')} value={percent(proof.agreeing)} doc={t('export-agreeing-doc')} />}
        <Figure name={t('export-size')} value={bytes(receipt.bytes)} />
        <Figure name={t('export-latency')} value={`${milliseconds(proof.latency_p50_ms)} / ${milliseconds(proof.latency_p95_ms)}`} doc={t('export-latency-doc')} />
        <Figure name={t('export-smallest')} value={proof.smallest ? `${format.counted_by || format.runtime} ${proof.smallest}` : proof.because} doc={proof.because} />
      </dl>
      <p className={s.by}>{t('export-by', { runtime: proof.runtime, rows: proof.rows })}</p>
    </>
  )
}

function milliseconds(value: number): string {
  return t('export-ms', { n: fixed(value, value < 0.1 ? 3 : value < 10 ? 2 : 0) })
}

function Figure({ name, value, doc }: { name: string; value: string; doc?: string }) {
  return (
    <div title={doc}>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  )
}
