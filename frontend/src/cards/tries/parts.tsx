// What every live example is made of: numbers in squares to click, bars to drag, a slider, a step towards the result.

import { useId, useRef, type CSSProperties, type KeyboardEvent, type PointerEvent, type ReactNode } from 'react'
import { number } from '../../words/intl'
import { t } from '../../words/words'
import type { Grid } from './arithmetic'
import s from './tries.module.css'

/** Two digits behind the mark at most, and no −0. */
export function short(value: number, digits = 2): string {
  const rounded = Number(value.toFixed(digits))
  return number(rounded === 0 ? 0 : rounded, { maximumFractionDigits: digits })
}

/** As a colour: the larger the number, the fuller; below zero of another colour. */
export function heat(value: number, most: number): CSSProperties {
  const part = Math.min(1, Math.abs(value) / (most || 1))
  const hue = value < 0 ? 'var(--bad)' : 'var(--hue)'
  return { background: part < 0.02 ? undefined : `color-mix(in srgb, ${hue} ${Math.round(part * 40)}%, var(--panel))` }
}

interface CellsProps {
  label: string
  cells: Grid
  /** Clicked through these values; without them the numbers are only shown. */
  values?: readonly number[]
  onChange?: (row: number, column: number, value: number) => void
  /** Pointed at, or reached by key. */
  onPoint?: (at: { row: number; column: number } | null) => void
  marked?: (row: number, column: number) => boolean
  digits?: number
  small?: boolean
  /** Colour alone: a picture, described by its label. */
  bare?: boolean
  most?: number
}

export function Cells({ label, cells, values, onChange, onPoint, marked, digits = 1, small, bare, most }: CellsProps) {
  const box = useRef<HTMLDivElement>(null)
  const largest = most ?? Math.max(0.001, ...cells.flat().map(Math.abs))
  const acts = Boolean(onChange ?? onPoint)
  const columns = cells[0]?.length ?? 0
  const walk = (event: KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: columns, ArrowUp: -columns }[event.key]
    const all = [...(box.current?.querySelectorAll<HTMLElement>('button') ?? [])]
    const next = step && all[all.indexOf(document.activeElement as HTMLElement) + step]
    if (!next) return
    event.preventDefault()
    event.stopPropagation()
    next.focus()
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions, jsx-a11y/no-static-element-interactions -- arrows walk among its buttons
    <div
      ref={box}
      role={bare ? 'img' : 'group'}
      aria-label={label}
      className={s.cells}
      data-bare={bare || undefined}
      data-small={small || undefined}
      style={{ gridTemplateColumns: `repeat(${columns}, auto)` }}
      onKeyDown={walk}
      onPointerLeave={() => onPoint?.(null)}
      onBlur={() => onPoint?.(null)}
    >
      {cells.map((line, row) =>
        line.map((value, column) => {
          const key = `${row} ${column}`
          const shared = { className: s.cell, style: heat(value, largest), 'data-marked': marked?.(row, column) || undefined }
          const text = short(value, digits)
          if (!acts)
            return (
              <span key={key} {...shared}>
                {!bare && text}
              </span>
            )
          return (
            <button
              key={key}
              type="button"
              {...shared}
              tabIndex={row || column ? -1 : 0}
              aria-label={t('cards-cell', { row: row + 1, column: column + 1, value: text })}
              onPointerEnter={() => onPoint?.({ row, column })}
              onFocus={() => onPoint?.({ row, column })}
              onClick={() => values && onChange?.(row, column, after(values, value))}
            >
              {text}
            </button>
          )
        }),
      )}
    </div>
  )
}

function after(values: readonly number[], value: number): number {
  return values[(values.indexOf(value) + 1) % values.length] ?? value
}

interface SlideProps {
  label: string
  value: number
  least: number
  most: number
  step?: number
  onChange: (value: number) => void
}

export function Slide({ label, value, least, most, step = 0.1, onChange }: SlideProps) {
  const id = useId()
  return (
    <div className={s.slide}>
      <label htmlFor={id}>{label}</label>
      <input id={id} type="range" min={least} max={most} step={step} value={value} onChange={(event) => onChange(Number(event.target.value))} />
      <output htmlFor={id}>{short(value)}</output>
    </div>
  )
}

interface BarsProps {
  label: string
  values: readonly number[]
  least: number
  most: number
  onChange?: (at: number, value: number) => void
  onPoint?: (at: number | null) => void
  marked?: (at: number) => boolean
  digits?: number
  /** Under each bar. */
  names?: readonly string[]
}

const STEP = 0.1

/** Dragged up and down, or moved with the arrow keys. */
export function Bars({ label, values, least, most, onChange, onPoint, marked, digits = 1, names }: BarsProps) {
  const part = (value: number) => (Math.max(least, Math.min(most, value)) - least) / (most - least)
  const zero = part(0)
  const drag = (at: number) => (event: PointerEvent<HTMLElement>) => {
    if (!onChange || (event.type === 'pointermove' && !event.buttons)) return
    if (event.type === 'pointerdown') event.currentTarget.setPointerCapture(event.pointerId)
    const { top, height } = event.currentTarget.getBoundingClientRect()
    const value = most - ((event.clientY - top) / height) * (most - least)
    onChange(at, round(Math.max(least, Math.min(most, value))))
  }
  const keys = (at: number) => (event: KeyboardEvent) => {
    const by = { ArrowUp: STEP, ArrowRight: STEP, ArrowDown: -STEP, ArrowLeft: -STEP }[event.key]
    if (!by || !onChange) return
    event.preventDefault()
    event.stopPropagation()
    onChange(at, round(Math.max(least, Math.min(most, (values[at] ?? 0) + by))))
  }
  return (
    <div role="group" aria-label={label} className={s.bars} onPointerLeave={() => onPoint?.(null)}>
      {values.map((value, at) => {
        const [low, high] = [Math.min(zero, part(value)), Math.max(zero, part(value))]
        const name = names?.[at] ?? String(at + 1)
        const role = onChange
          ? { role: 'slider', tabIndex: 0, 'aria-valuemin': least, 'aria-valuemax': most, 'aria-valuenow': value, 'aria-label': `${label} ${name}` }
          : { role: 'img', 'aria-label': `${label} ${name}: ${short(value, digits)}`, ...(onPoint && { tabIndex: 0 }) }
        return (
          <div key={at} className={s.bar} data-marked={marked?.(at) || undefined}>
            {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- its role is among `role` */}
            <div
              {...role}
              className={s.track}
              data-held={onChange ? '' : undefined}
              onPointerDown={drag(at)}
              onPointerMove={drag(at)}
              onPointerEnter={() => onPoint?.(at)}
              onFocus={() => onPoint?.(at)}
              onBlur={() => onPoint?.(null)}
              onKeyDown={keys(at)}
            >
              <i style={{ bottom: `${low * 100}%`, height: `max(2px, ${(high - low) * 100}%)`, ...(value < 0 && { background: 'var(--bad)' }) }} />
            </div>
            <span aria-hidden="true">{short(value, digits)}</span>
            {names && <small aria-hidden="true">{name}</small>}
          </div>
        )
      })}
    </div>
  )
}

const round = (value: number) => Math.round(value / STEP) * STEP

/** Side by side, the result after an arrow; below each other where there is no room. */
export function Step({ from, to, note }: { from: ReactNode; to: ReactNode; note?: ReactNode }) {
  return (
    <>
      <div className={s.step}>
        <div>{from}</div>
        <span className={s.to} aria-hidden="true" />
        <div>{to}</div>
      </div>
      {note !== undefined && (
        <p className={s.note} aria-live="polite">
          {note}
        </p>
      )}
    </>
  )
}
