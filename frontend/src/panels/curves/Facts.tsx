// What else is true of a run right now: speed, learning rate, device, memory, best epoch, gap, place in the queue.

import type { ReactNode } from 'react'
import type { Run } from '../../contract'
import { bestEpoch, gap } from '../../run/verdict'
import type { RunView } from '../../run/view'
import { metric, rate } from '../../run/words'
import { bytes, count } from '../../ui/format'
import { said } from '../../words/said'
import { t } from '../../words/words'
import s from './curves.module.css'

const NO_VALUE = '–'

export function Facts({ view, run }: { view: RunView; run: Run | null }) {
  const verdict = gap(view)
  const best = bestEpoch(view)
  return (
    <dl className={s.facts}>
      <Fact name={t('curves-samples')}>
        {view.samples_per_second === null ? NO_VALUE : count(Math.round(view.samples_per_second))}
      </Fact>
      <Fact name={t('curves-learning-rate')}>{view.learning_rate === null ? NO_VALUE : rate(view.learning_rate)}</Fact>
      <Fact name={t('curves-device')} title={view.started ? t('curves-isolation', { jail: said(view.started.words, view.started.jail) }) : undefined}>
        {view.started?.device ?? NO_VALUE}
      </Fact>
      <Fact name={t('curves-memory')}>{view.rss_bytes === null ? NO_VALUE : bytes(view.rss_bytes)}</Fact>
      <Fact name={t('curves-best')} title={best ? `${best.name} ${metric(best.value)}` : undefined}>
        {best ? t('curves-epoch', { n: best.epoch }) : NO_VALUE}
      </Fact>
      {verdict && (
        <Fact name={t('curves-gap')} title={t(`curves-gap-${verdict.gap}-why`)} tone={verdict.tone}>
          {t(`curves-gap-${verdict.gap}`)}
        </Fact>
      )}
      {view.state === 'queued' && run?.place != null && <Fact name={t('curves-queue')}>{place(run.place)}</Fact>}
    </dl>
  )
}

function Fact({ name, title, tone, children }: { name: string; title?: string; tone?: string; children: ReactNode }) {
  return (
    <div title={title}>
      <dt>{name}</dt>
      <dd data-tone={tone}>{children}</dd>
    </div>
  )
}

function place(at: number): string {
  return at === 1 ? t('curves-next') : t('curves-place', { n: at })
}
