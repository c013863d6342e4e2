// What else is true of a run right now: speed, learning rate, device, memory, best epoch, gap, place in the queue.

import type { ReactNode } from 'react'
import type { Run } from '../../contract'
import { bestEpoch, gap } from '../../run/verdict'
import type { RunView } from '../../run/view'
import { metric, rate } from '../../run/words'
import { bytes, count } from '../../ui/format'
import s from './curves.module.css'

const NO_VALUE = '–'

export function Facts({ view, run }: { view: RunView; run: Run | null }) {
  const verdict = gap(view)
  const best = bestEpoch(view)
  return (
    <dl className={s.facts}>
      <Fact name="Samples / s">
        {view.samples_per_second === null ? NO_VALUE : count(Math.round(view.samples_per_second))}
      </Fact>
      <Fact name="Learning rate">{view.learning_rate === null ? NO_VALUE : rate(view.learning_rate)}</Fact>
      <Fact name="Device" title={view.started ? `Isolation: ${view.started.jail}` : undefined}>
        {view.started?.device ?? NO_VALUE}
      </Fact>
      <Fact name="Memory">{view.rss_bytes === null ? NO_VALUE : bytes(view.rss_bytes)}</Fact>
      <Fact name="Best" title={best ? `${best.name} ${metric(best.value)}` : undefined}>
        {best ? `epoch ${best.epoch}` : NO_VALUE}
      </Fact>
      {verdict && (
        <Fact name="Gap" title={verdict.sentence} tone={verdict.tone}>
          {verdict.word}
        </Fact>
      )}
      {view.state === 'queued' && run?.place != null && <Fact name="Queue">{place(run.place)}</Fact>}
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
  return at === 1 ? 'next' : `${at}${at === 2 ? 'nd' : at === 3 ? 'rd' : 'th'}`
}
