// Live functions: a curve with a point on it, shares that add up to 1, one unit with two inputs, a pixel that is rescaled.

import { useState, type KeyboardEvent, type PointerEvent } from 'react'
import { t } from '../../words/words'
import { softmax } from './arithmetic'
import { activation, curveOf } from './curves'
import { Bars, short, Slide, Step } from './parts'
import s from './tries.module.css'
import type { TryProps } from './Windows'

const REACH = 4
const SCALE = 26
const [WIDE, TALL, GROUND] = [240, 160, 112]

export function Curve({ layer, facts }: TryProps) {
  const [x, setX] = useState(1.5)
  const bend = curveOf(layer, facts)
  if (!bend) return null
  const place = (value: number) => ({ x: WIDE / 2 + value * SCALE, y: Math.max(2, Math.min(TALL - 2, GROUND - bend(value) * SCALE)) })
  const path = Array.from({ length: 121 }, (_, at) => place(-REACH + (at * REACH) / 60))
  const move = (value: number) => setX(Math.round(Math.max(-REACH, Math.min(REACH, value)) * 10) / 10)
  const drag = (event: PointerEvent<SVGSVGElement>) => {
    if (event.type === 'pointermove' && !event.buttons) return
    if (event.type === 'pointerdown') event.currentTarget.setPointerCapture(event.pointerId)
    const { left, width } = event.currentTarget.getBoundingClientRect()
    move((((event.clientX - left) / width) * WIDE - WIDE / 2) / SCALE)
  }
  const keys = (event: KeyboardEvent) => {
    const by = { ArrowRight: 0.1, ArrowUp: 0.1, ArrowLeft: -0.1, ArrowDown: -0.1 }[event.key]
    if (!by) return
    event.preventDefault()
    event.stopPropagation()
    move(x + by)
  }
  const point = place(x)
  return (
    <>
      <svg
        viewBox={`0 0 ${WIDE} ${TALL}`}
        className={s.plane}
        role="slider"
        tabIndex={0}
        aria-label={t('cards-point-on-curve')}
        aria-valuemin={-REACH}
        aria-valuemax={REACH}
        aria-valuenow={x}
        aria-valuetext={`x = ${short(x)}, y = ${short(bend(x))}`}
        onPointerDown={drag}
        onPointerMove={drag}
        onKeyDown={keys}
      >
        <path className={s.axis} d={`M6 ${GROUND}H${WIDE - 6}M${WIDE / 2} 6V${TALL - 6}`} />
        <path className={s.guide} d={`M${point.x} ${GROUND}V${point.y}H${WIDE / 2}`} />
        <path className={s.curve} d={path.map((each, at) => `${at ? 'L' : 'M'}${each.x} ${each.y}`).join('')} />
        <circle className={s.dot} cx={point.x} cy={point.y} r={6} />
      </svg>
      <p className={s.note} aria-hidden="true">
        x = {short(x)} → y = {short(bend(x), 3)}
      </p>
    </>
  )
}

export function Shares() {
  const [values, setValues] = useState<readonly number[]>([1, 2.5, 0.2, -1])
  return (
    <Step
      from={<Bars label={t('cards-in')} values={values} least={-3} most={4} onChange={(at, value) => setValues(values.with(at, value))} />}
      to={<Bars label={t('cards-out')} values={softmax(values)} least={0} most={1} digits={2} />}
    />
  )
}

const TERMS = ['x₁', 'x₂', 'w₁', 'w₂', 'b'] as const

export function Neuron({ facts }: TryProps) {
  const [given, setGiven] = useState<readonly number[]>([1, 0.5, 0.8, -1.2, 0.3])
  const [x1 = 0, x2 = 0, w1 = 0, w2 = 0, b = 0] = given
  const name = facts.get('activation')
  const bend = name === 'softmax' ? activation('linear') : activation(name)
  const sum = x1 * w1 + x2 * w2 + b
  const bracket = (value: number) => (value < 0 ? `(${short(value)})` : short(value))
  return (
    <>
      <div className={s.slides}>
        {TERMS.map((term, at) => (
          <Slide key={term} label={term} value={given[at] ?? 0} least={-2} most={2} onChange={(value) => setGiven(given.with(at, value))} />
        ))}
      </div>
      <p className={s.note} aria-live="polite">
        {short(x1)} × {bracket(w1)} + {short(x2)} × {bracket(w2)} + {bracket(b)} = {short(sum)}
        {typeof name === 'string' && name !== 'softmax' && (
          <>
            {' → '}
            {name}({short(sum)}) = <b>{short(bend(sum))}</b>
          </>
        )}
      </p>
    </>
  )
}

export function Scaled({ facts }: TryProps) {
  const [pixel, setPixel] = useState(128)
  const [scale, offset] = ['scale', 'offset'].map((name) => {
    const fact = facts.get(name)
    return typeof fact === 'number' ? fact : name === 'scale' ? 1 / 255 : 0
  }) as [number, number]
  return (
    <>
      <Slide label={t('cards-pixel')} value={pixel} least={0} most={255} step={1} onChange={setPixel} />
      <p className={s.note} aria-live="polite">
        {pixel} × {short(scale, 5)} {offset ? `+ ${offset < 0 ? `(${short(offset)})` : short(offset)} ` : ''}= <b>{short(pixel * scale + offset, 3)}</b>
      </p>
    </>
  )
}
