// Live numbers that are moved, joined, enlarged or normalised.

import { useState } from 'react'
import { t } from '../../words/words'
import { enlarged, framed, type Grid, grid, normalisedGrid, painted, replaced, turned } from './arithmetic'
import { Cells, Step } from './parts'
import s from './tries.module.css'
import type { TryProps } from './Windows'

const DIGITS = Array.from({ length: 10 }, (_, digit) => digit)
const BITS = [0, 1]

const upTo = (facts: TryProps['facts'], name: string, usual: number, most: number) => {
  const fact = facts.get(name)
  return Math.max(0, Math.min(most, typeof fact === 'number' ? fact : usual))
}

const SAMPLES = [[2, 8, 1, 5], [4, 9, 2, 5], [6, 7, 0, 6], [8, 8, 3, 4]]

export function Normalising({ layer }: TryProps) {
  const [cells, setCells] = useState<Grid>(SAMPLES)
  const by = layer === 'LayerNormalization' ? 'rows' : layer === 'GroupNormalization' ? 'groups' : 'columns'
  return (
    <Step
      from={<Cells label={t('cards-in')} cells={cells} values={DIGITS} digits={0} most={12} onChange={(r, c, v) => setCells(replaced(cells, r, c, v))} />}
      to={<Cells label={t('cards-out')} cells={normalisedGrid(cells, by)} digits={1} most={2.4} />}
    />
  )
}

const PAIR: Grid = [[1, 4, 0, 2], [3, 1, 5, 2]]

export function Joining({ layer }: TryProps) {
  const [cells, setCells] = useState<Grid>(PAIR)
  const [first = [], second = []] = cells
  const isBeside = layer === 'Concatenate'
  const out = isBeside ? [...first, ...second] : first.map((value, at) => (layer === 'Multiply' ? value * (second[at] ?? 0) : value + (second[at] ?? 0)))
  const row = (at: number) => (
    <Cells label={t('cards-input', { n: at + 1 })} cells={[cells[at] ?? []]} values={DIGITS} digits={0} most={14} onChange={(_, c, v) => setCells(replaced(cells, at, c, v))} />
  )
  return (
    <Step
      from={
        <div className={s.pair}>
          {row(0)}
          <b aria-hidden="true">{isBeside ? '' : layer === 'Multiply' ? '×' : '+'}</b>
          {row(1)}
        </div>
      }
      to={<Cells label={t('cards-out')} cells={[out]} digits={0} most={14} small={isBeside} />}
    />
  )
}

const SIX = [[1, 2, 3], [4, 5, 6]]

export function Moving({ layer }: TryProps) {
  const [at, setAt] = useState<number | null>(null)
  const out = layer === 'Flatten' ? [SIX.flat()] : layer === 'Permute' ? turned(SIX) : grid(3, 2, (r, c) => r * 2 + c + 1)
  const isAt = (cells: Grid) => (row: number, column: number) => at !== null && cells[row]?.[column] === at
  const point = (cells: Grid) => (where: { row: number; column: number } | null) => setAt(where ? (cells[where.row]?.[where.column] ?? null) : null)
  return (
    <Step
      from={<Cells label={t('cards-in')} cells={SIX} digits={0} most={9} onPoint={point(SIX)} marked={isAt(SIX)} />}
      to={<Cells label={t('cards-out')} cells={out} digits={0} most={9} onPoint={point(out)} marked={isAt(out)} />}
    />
  )
}

export function Repeating({ facts }: TryProps) {
  const [cells, setCells] = useState<Grid>([[3, 1, 4]])
  const out = grid(Math.max(1, upTo(facts, 'n', 4, 5)), 3, (_, c) => cells[0]?.[c] ?? 0)
  return (
    <Step
      from={<Cells label={t('cards-in')} cells={cells} values={DIGITS} digits={0} most={12} onChange={(r, c, v) => setCells(replaced(cells, r, c, v))} />}
      to={<Cells label={t('cards-out')} cells={out} digits={0} most={12} />}
    />
  )
}

export function Enlarging({ layer, facts }: TryProps) {
  const [cells, setCells] = useState<Grid>([[1, 5], [7, 2]])
  const isFrame = layer === 'ZeroPadding2D'
  const out = isFrame
    ? framed(cells, upTo(facts, 'top', 1, 2), upTo(facts, 'bottom', 1, 2), upTo(facts, 'left', 1, 2), upTo(facts, 'right', 1, 2))
    : enlarged(cells, Math.max(1, upTo(facts, 'size height', 2, 3)), Math.max(1, upTo(facts, 'size width', 2, 3)))
  return (
    <Step
      from={<Cells label={t('cards-in')} cells={cells} values={DIGITS} digits={0} most={12} onChange={(r, c, v) => setCells(replaced(cells, r, c, v))} />}
      to={<Cells label={t('cards-out')} cells={out} digits={0} most={12} small={out.length > 4} />}
    />
  )
}

const STAMP = [[1, 2, 1], [2, 3, 2], [1, 2, 1]]

export function Painting({ facts }: TryProps) {
  const [cells, setCells] = useState<Grid>([[1, 0, 0], [0, 0, 0], [0, 0, 1]])
  const span = Math.max(1, upTo(facts, 'kernel height', 3, 3))
  const stride = Math.max(1, upTo(facts, 'stride height', 2, 2))
  const stamp = STAMP.slice(0, span).map((row) => row.slice(0, span))
  return (
    <Step
      from={<Cells label={t('cards-in')} cells={cells} values={BITS} digits={0} most={1.6} onChange={(r, c, v) => setCells(replaced(cells, r, c, v))} />}
      to={<Cells label={t('cards-out')} cells={painted(cells, stamp, stride)} digits={0} most={6} small />}
    />
  )
}
