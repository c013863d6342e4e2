// A live recurrent step: a few inputs, one unit, and its state after each of them.

import { useState } from 'react'
import { t } from '../../words/words'
import { gated, remembered, simple } from './arithmetic'
import { Bars, Cells, Slide } from './parts'
import s from './tries.module.css'
import type { TryProps } from './Windows'

const INPUTS = [1, 0, 0, 0, 1, 0, 0, 0]
const BITS = [0, 1]

type Kind = 'simple' | 'gru' | 'lstm' | 'both'

const SLIDES: Record<Kind, readonly { id: string; start: number; least: number; most: number }[]> = {
  simple: [
    { id: 'input', start: 1.5, least: -2, most: 2 },
    { id: 'memory', start: 0.8, least: -2, most: 2 },
  ],
  both: [{ id: 'memory', start: 0.8, least: -2, most: 2 }],
  gru: [{ id: 'keep', start: 0.7, least: 0, most: 1 }],
  lstm: [
    { id: 'forget', start: 0.9, least: 0, most: 1 },
    { id: 'write', start: 0.8, least: 0, most: 1 },
  ],
}

function kindOf(layer: string): Kind {
  if (layer === 'Bidirectional') return 'both'
  return layer === 'GRU' ? 'gru' : layer === 'LSTM' ? 'lstm' : 'simple'
}

function statesOf(kind: Kind, inputs: readonly number[], [first = 0, second = 0]: readonly number[]): number[] {
  if (kind === 'gru') return gated(inputs, first)
  if (kind === 'lstm') return remembered(inputs, first, second)
  return kind === 'both' ? simple(inputs, 1.5, first) : simple(inputs, first, second)
}

export function Steps({ layer }: TryProps) {
  const kind = kindOf(layer)
  const [inputs, setInputs] = useState<readonly number[]>(INPUTS)
  const [settings, setSettings] = useState<readonly number[]>(SLIDES[kind].map(({ start }) => start))
  const states = statesOf(kind, inputs, settings)
  const most = Math.max(1, ...states.map(Math.abs))
  const bars = (label: string, values: readonly number[]) => <Bars label={label} values={values} least={values.some((each) => each < 0) ? -most : 0} most={most} />
  return (
    <>
      <div className={s.steps}>
        <span className={s.caption}>{t('cards-in')}</span>
        <Cells label={t('cards-in')} cells={[inputs]} values={BITS} digits={0} most={1.6} onChange={(_, at, value) => setInputs(inputs.with(at, value))} />
        <span className={s.caption}>{t(kind === 'both' ? 'cards-forward' : 'cards-state')}</span>
        {bars(t(kind === 'both' ? 'cards-forward' : 'cards-state'), states)}
        {kind === 'both' && (
          <>
            <span className={s.caption}>{t('cards-backward')}</span>
            {bars(t('cards-backward'), statesOf(kind, inputs.toReversed(), settings).toReversed())}
          </>
        )}
      </div>
      <div className={s.slides}>
        {SLIDES[kind].map(({ id, least, most }, at) => (
          <Slide key={id} label={t(`cards-gate-${id}`)} value={settings[at] ?? 0} least={least} most={most} step={0.05} onChange={(value) => setSettings(settings.with(at, value))} />
        ))}
      </div>
    </>
  )
}
