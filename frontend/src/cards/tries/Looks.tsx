// Live look-ups: words that become rows of a table, and a question that shares out its attention among keys.

import { useState, type KeyboardEvent, type PointerEvent } from 'react'
import { cx } from '../../ui/controls'
import { t } from '../../words/words'
import { attended } from './arithmetic'
import { Bars, Cells, short } from './parts'
import s from './tries.module.css'

/** One row a word: animals lie close together and so do vehicles, as training would leave them. */
const ROWS = [
  [0.9, 0.1, 0.7],
  [0.8, 0.2, 0.6],
  [0.7, 0.9, 0.1],
  [-0.8, 0.1, -0.5],
  [-0.9, 0.8, -0.4],
]
const MOST_WORDS = 5

export function LookUp() {
  const [ids, setIds] = useState<readonly number[]>([0, 3])
  const words = t('cards-words').split(' ')
  return (
    <>
      <div className={s.chips}>
        {ROWS.map((_, id) => (
          <button key={id} type="button" className={s.chip} onClick={() => setIds([...ids, id].slice(-MOST_WORDS))}>
            {words[id]} <small>{id}</small>
          </button>
        ))}
      </div>
      <div className={s.step}>
        <div>
          <Cells label={t('cards-table')} cells={ROWS} most={1.2} marked={(row) => ids.includes(row)} />
        </div>
        <span className={s.to} aria-hidden="true" />
        <div className={s.sentence} aria-live="polite">
          {ids.map((id, at) => (
            <div key={at}>
              <span>{words[id]}</span>
              <Cells label={words[id] ?? ''} cells={[ROWS[id] ?? []]} most={1.2} />
            </div>
          ))}
        </div>
      </div>
    </>
  )
}

const SIZE = 150
const LENGTH = 52
const KEYS = [-0.5, 0.6, 2.2].map((angle) => ({ x: Math.cos(angle), y: Math.sin(angle) }))
const VALUES = [2, 5, 9]
/** Of the question and the keys together. */
const SHARPNESS = 3
const TURN = Math.PI / 36

export function Attending() {
  const [angle, setAngle] = useState(0.2)
  const query = { x: Math.cos(angle), y: Math.sin(angle) }
  const { shares, mix } = attended(query, KEYS, VALUES, SHARPNESS)
  const drag = (event: PointerEvent<SVGSVGElement>) => {
    if (event.type === 'pointermove' && !event.buttons) return
    if (event.type === 'pointerdown') event.currentTarget.setPointerCapture(event.pointerId)
    const { left, top, width, height } = event.currentTarget.getBoundingClientRect()
    setAngle(Math.atan2(top + height / 2 - event.clientY, event.clientX - left - width / 2))
  }
  const keys = (event: KeyboardEvent) => {
    const by = { ArrowUp: TURN, ArrowLeft: TURN, ArrowDown: -TURN, ArrowRight: -TURN }[event.key]
    if (!by) return
    event.preventDefault()
    event.stopPropagation()
    setAngle((before) => before + by)
  }
  const end = ({ x, y }: { x: number; y: number }, length = LENGTH) => ({ x: SIZE / 2 + x * length, y: SIZE / 2 - y * length })
  const names = VALUES.map((value, at) => t('cards-key', { n: at + 1, value }))
  return (
    <>
      <div className={s.step}>
        <svg
          viewBox={`0 0 ${SIZE} ${SIZE}`}
          className={cx(s.plane, s.square)}
          role="slider"
          tabIndex={0}
          aria-label={t('cards-question')}
          aria-valuemin={-180}
          aria-valuemax={180}
          aria-valuenow={Math.round((Math.atan2(query.y, query.x) * 180) / Math.PI)}
          aria-valuetext={t('cards-attends', { shares: shares.map((share) => short(share)).join(', '), mix: short(mix) })}
          onPointerDown={drag}
          onPointerMove={drag}
          onKeyDown={keys}
        >
          <circle className={s.axis} cx={SIZE / 2} cy={SIZE / 2} r={LENGTH} />
          {KEYS.map((key, at) => {
            const [to, label] = [end(key), end(key, LENGTH + 14)]
            return (
              <g key={at}>
                <path className={s.ray} style={{ strokeWidth: 1 + 4 * (shares[at] ?? 0) }} d={`M${SIZE / 2} ${SIZE / 2}L${to.x} ${to.y}`} />
                <text className={s.letter} x={label.x} y={label.y + 4}>
                  k{at + 1}
                </text>
              </g>
            )
          })}
          <path className={s.curve} d={`M${SIZE / 2} ${SIZE / 2}L${end(query).x} ${end(query).y}`} />
          <circle className={s.dot} cx={end(query).x} cy={end(query).y} r={6} />
        </svg>
        <span className={s.to} aria-hidden="true" />
        <Bars label={t('cards-shares')} values={shares} least={0} most={1} digits={2} names={names} />
      </div>
      <p className={s.note} aria-hidden="true">
        {shares.map((share, at) => `${short(share)} × ${VALUES[at]}`).join(' + ')} = <b>{short(mix)}</b>
      </p>
    </>
  )
}
