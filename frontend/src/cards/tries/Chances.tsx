// Live chance: what is dropped, shaken or mirrored this time, and nothing at all in use.

import { useState } from 'react'
import { Button, Segmented } from '../../ui/controls'
import { t } from '../../words/words'
import { dropped, flipped, type Grid, grid } from './arithmetic'
import { Bars, Cells, Slide, Step } from './parts'
import s from './tries.module.css'
import type { TryProps } from './Windows'

const draws = (count: number) => Array.from({ length: count }, () => Math.random())
/** Of a bell curve with spread 1 (Box and Muller). */
const bell = () => Math.sqrt(-2 * Math.log(1 - Math.random())) * Math.cos(2 * Math.PI * Math.random())

/** A number of the reader's own layer, to begin with. */
function useStart(facts: TryProps['facts'], name: string, usual: number) {
  const fact = facts.get(name)
  return useState(typeof fact === 'number' ? fact : usual)
}

function Phase({ training, onChange }: { training: boolean; onChange: (training: boolean) => void }) {
  const choices = ['training', 'use'].map((value) => ({ value, label: t(`cards-in-${value}`) }))
  return <Segmented label={t('cards-phase')} choices={choices} value={training ? 'training' : 'use'} onChange={(value) => onChange(value === 'training')} />
}

const VALUES = [4, 2, 7, 1, 3, 8, 5, 2, 6, 1, 4, 9, 2, 5, 3, 6]
const MOST_RATE = 0.95

export function Dropping({ facts }: TryProps) {
  const [rate, setRate] = useStart(facts, 'rate', 0.3)
  const [rolled, setRolled] = useState(() => draws(16))
  const [training, setTraining] = useState(true)
  const out = training ? dropped(VALUES, rolled, Math.min(rate, MOST_RATE)) : VALUES
  const square = (values: readonly number[]) => grid(4, 4, (r, c) => values[r * 4 + c] ?? 0)
  return (
    <>
      <Step
        from={<Cells label={t('cards-in')} cells={square(VALUES)} most={12} digits={0} />}
        to={<Cells label={t('cards-out')} cells={square(out)} most={12} marked={(r, c) => out[r * 4 + c] === 0} />}
      />
      <Slide label={t('cards-rate')} value={rate} least={0} most={MOST_RATE} step={0.05} onChange={setRate} />
      <Again onClick={() => setRolled(draws(16))} training={training} onPhase={setTraining} />
    </>
  )
}

function Again({ onClick, training, onPhase }: { onClick: () => void; training: boolean; onPhase: (training: boolean) => void }) {
  return (
    <div className={s.row}>
      <Button small onClick={onClick} disabled={!training}>
        {t('cards-roll')}
      </Button>
      <Phase training={training} onChange={onPhase} />
    </div>
  )
}

const SHEETS: readonly Grid[] = [2, 5, 3, 7, 4, 6].map((base) => grid(3, 3, (r, c) => ((base * (r + 2) + c * 3) % 8) + 1))

export function DroppingChannels({ facts }: TryProps) {
  const [rate, setRate] = useStart(facts, 'rate', 0.2)
  const [rolled, setRolled] = useState(() => draws(SHEETS.length))
  const [training, setTraining] = useState(true)
  const isGone = (at: number) => training && (rolled[at] ?? 1) < rate
  return (
    <>
      <div className={s.sheets}>
        {SHEETS.map((sheet, at) => (
          <Cells key={at} label={t('cards-channel', { n: at + 1 })} small digits={1} most={12} cells={sheet.map((row) => (training ? dropped(row, row.map(() => rolled[at] ?? 1), Math.min(rate, MOST_RATE)) : row))} marked={() => isGone(at)} />
        ))}
      </div>
      <Slide label={t('cards-rate')} value={rate} least={0} most={MOST_RATE} step={0.05} onChange={setRate} />
      <Again onClick={() => setRolled(draws(SHEETS.length))} training={training} onPhase={setTraining} />
    </>
  )
}

const SIGNAL = [0.1, 0.4, 0.7, 0.9, 0.7, 0.4, 0.1, -0.2]

export function Noise({ facts }: TryProps) {
  const [spread, setSpread] = useStart(facts, 'stddev', 0.1)
  const [rolled, setRolled] = useState(() => SIGNAL.map(bell))
  const [training, setTraining] = useState(true)
  const out = SIGNAL.map((value, at) => (training ? value + spread * (rolled[at] ?? 0) : value))
  return (
    <>
      <Step from={<Bars label={t('cards-in')} values={SIGNAL} least={-1} most={1.5} />} to={<Bars label={t('cards-out')} values={out} least={-1} most={1.5} />} />
      <Slide label={t('cards-spread')} value={spread} least={0} most={1} step={0.05} onChange={setSpread} />
      <Again onClick={() => setRolled(SIGNAL.map(bell))} training={training} onPhase={setTraining} />
    </>
  )
}

const SHAPE: Grid = ['0000000', '0111100', '0100000', '0111000', '0100000', '0100000', '0000000'].map((row) => [...row].map(Number))

export function Mirrored({ facts }: TryProps) {
  const mode = facts.get('mode')
  const toss = () => ({ across: mode !== 'vertical' && Math.random() < 0.5, down: mode !== 'horizontal' && Math.random() < 0.5 })
  const [tossed, setTossed] = useState({ across: true, down: false })
  return (
    <>
      <Step
        from={<Cells label={t('cards-in')} cells={SHAPE} bare most={0.6} />}
        to={<Cells label={t('cards-out')} cells={flipped(SHAPE, tossed.across, tossed.down)} bare most={0.6} />}
        note={t(`cards-flip-${tossed.across ? 'across' : 'straight'}-${tossed.down ? 'down' : 'up'}`)}
      />
      <Button small onClick={() => setTossed(toss())}>
        {t('cards-toss')}
      </Button>
    </>
  )
}

export function Rotated({ facts }: TryProps) {
  const factor = facts.get('factor')
  const most = typeof factor === 'number' ? Math.min(1, Math.abs(factor)) * 360 : 36
  const [angle, setAngle] = useState(Math.round(most / 2))
  return (
    <>
      <Step
        from={<Cells label={t('cards-in')} cells={SHAPE} bare most={0.6} />}
        to={
          <div className={s.turned} style={{ rotate: `${angle}deg` }}>
            <Cells label={t('cards-out')} cells={SHAPE} bare most={0.6} />
          </div>
        }
        note={t('cards-degrees', { n: angle })}
      />
      <Button small onClick={() => setAngle(Math.round((Math.random() * 2 - 1) * most))}>
        {t('cards-roll')}
      </Button>
    </>
  )
}
