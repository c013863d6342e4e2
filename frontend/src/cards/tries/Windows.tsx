// Live windows: a filter over a small picture or a sequence, pooling by windows or of everything.

import { useState } from 'react'
import { Select } from '../../ui/controls'
import { t } from '../../words/words'
import type { Facts } from '../facts'
import { convolved, type Grid, grid, pooled, reach, reduced, replaced, under } from './arithmetic'
import { Bars, Cells, short, Slide, Step } from './parts'
import s from './tries.module.css'

const PICTURE = ['000000', '011110', '010010', '010010', '011110', '000000'].map((row) => [...row].map(Number))
const FILTERS: Record<string, Grid> = {
  upright: [[-1, 0, 1], [-1, 0, 1], [-1, 0, 1]],
  level: [[-1, -1, -1], [0, 0, 0], [1, 1, 1]],
  corner: [[-1, -1, -1], [-1, 1, 1], [-1, 1, 1]],
  blur: grid(3, 3, () => 1 / 9),
  same: [[0, 0, 0], [0, 1, 0], [0, 0, 0]],
}
const BITS = [0, 1]
const SIGNS = [-1, 0, 1]
const DIGITS = Array.from({ length: 10 }, (_, digit) => digit)

export interface TryProps {
  layer: string
  facts: Facts
}

type At = { row: number; column: number } | null

const small = (facts: Facts, name: string, usual: number, most: number) => {
  const fact = facts.get(name)
  return Math.max(1, Math.min(most, typeof fact === 'number' ? fact : usual))
}

export function Convolution({ facts }: TryProps) {
  const [cells, setCells] = useState<Grid>(PICTURE)
  const [chosen, setChosen] = useState('upright')
  const [filter, setFilter] = useState<Grid>(FILTERS['upright'] ?? [])
  const [at, setAt] = useState<At>(null)
  const [stride, same] = [small(facts, 'stride height', 1, 2), facts.get('padding') === 'same']
  const result = convolved(cells, filter, stride, same)
  const window = { rows: 3, columns: 3, stride, same }
  const from = at && reach(cells, window, at.row, at.column)
  const isUnder = (row: number, column: number) =>
    from !== null && row >= from.row && row < from.row + 3 && column >= from.column && column < from.column + 3
  const choose = (name: string) => {
    setChosen(name)
    setFilter(FILTERS[name] ?? filter)
  }
  const turn = (row: number, column: number, value: number) => {
    setChosen('own')
    setFilter(replaced(filter, row, column, value))
  }
  const filters = [...Object.keys(FILTERS), 'own'].map((value) => ({ value, label: t(`cards-filter-${value}`) }))
  return (
    <>
      <Step
        from={
          <>
            <Cells label={t('cards-in')} cells={cells} values={BITS} digits={0} most={1.6} small marked={isUnder} onChange={(r, c, v) => setCells(replaced(cells, r, c, v))} />
            <div className={s.filter}>
              <Cells label={t('cards-filter')} cells={filter} values={SIGNS} digits={2} most={1.4} small onChange={turn} />
              <Select aria-label={t('cards-filter')} value={chosen} choices={filters} onChange={choose} />
            </div>
          </>
        }
        to={<Cells label={t('cards-out')} cells={result} small digits={1} most={3} onPoint={setAt} marked={(r, c) => at?.row === r && at.column === c} />}
        note={at ? worked(under(cells, window, at.row, at.column), filter) : t('cards-point')}
      />
    </>
  )
}

/** The terms that count, and their sum. */
function worked(values: readonly (readonly (number | null)[])[], filter: Grid): string {
  const pairs = values.flatMap((line, r) => line.map((value, c) => [value ?? 0, filter[r]?.[c] ?? 0] as const))
  const told = pairs.filter(([value, weight]) => value * weight !== 0)
  const total = short(pairs.reduce((sum, [value, weight]) => sum + value * weight, 0))
  if (!told.length) return `0 = ${total}`
  return `${told.map(([value, weight]) => `${short(value)} × ${weight < 0 ? `(${short(weight)})` : short(weight)}`).join(' + ')} = ${total}`
}

const WAVE = [0, 0.2, 0.1, 0.9, 1, 0.3, 0.1, 0]

export function Convolution1D({ facts }: TryProps) {
  const [values, setValues] = useState<readonly number[]>(WAVE)
  const [weights, setWeights] = useState<readonly number[]>([-1, 0, 1])
  const [at, setAt] = useState<number | null>(null)
  const padding = facts.get('padding')
  const stride = small(facts, 'stride', 1, 2)
  const lead = padding === 'causal' ? 2 : 0
  const padded = [[...Array.from({ length: lead }, () => 0), ...values]]
  const same = padding === 'same'
  const result = convolved(padded, [weights], stride, same)[0] ?? []
  const from = at === null ? null : reach(padded, { rows: 1, columns: 3, stride, same }, 0, at).column - lead
  return (
    <>
      <Step
        from={
          <Bars label={t('cards-in')} values={values} least={-1} most={1} onChange={(i, v) => setValues(values.with(i, v))} marked={(i) => from !== null && i >= from && i < from + 3} />
        }
        to={<Bars label={t('cards-out')} values={result} least={-2} most={2} onPoint={setAt} marked={(i) => i === at} />}
      />
      <div className={s.slides}>
        {weights.map((weight, i) => (
          <Slide key={i} label={t('cards-weight', { n: i + 1 })} value={weight} least={-1} most={1} onChange={(v) => setWeights(weights.with(i, v))} />
        ))}
      </div>
    </>
  )
}

const NUMBERS = [[1, 3, 2, 0], [5, 6, 1, 2], [0, 2, 9, 4], [1, 1, 3, 7]]

const kindOf = (layer: string) => (layer.includes('Average') ? 'average' : 'max')

export function Pooling({ layer, facts }: TryProps) {
  const [cells, setCells] = useState<Grid>(NUMBERS)
  const [at, setAt] = useState<At>(null)
  const [rows, columns] = [small(facts, 'pool height', 2, 3), small(facts, 'pool width', 2, 3)]
  const window = { rows, columns, stride: small(facts, 'stride height', rows, 3), same: facts.get('padding') === 'same' }
  const result = pooled(cells, window, kindOf(layer))
  const from = at && reach(cells, window, at.row, at.column)
  const isUnder = (r: number, c: number) => from !== null && r >= from.row && r < from.row + rows && c >= from.column && c < from.column + columns
  return (
    <Step
      from={<Cells label={t('cards-in')} cells={cells} values={DIGITS} most={9} marked={isUnder} onChange={(r, c, v) => setCells(replaced(cells, r, c, v))} />}
      to={<Cells label={t('cards-out')} cells={result} most={9} onPoint={setAt} marked={(r, c) => at?.row === r && at.column === c} />}
    />
  )
}

export function WholePooling({ layer }: TryProps) {
  const [cells, setCells] = useState<Grid>(NUMBERS)
  const value = reduced(cells.flat(), kindOf(layer))
  const isBest = (r: number, c: number) => kindOf(layer) === 'max' && cells[r]?.[c] === value
  return (
    <Step
      from={<Cells label={t('cards-in')} cells={cells} values={DIGITS} most={9} marked={isBest} onChange={(r, c, v) => setCells(replaced(cells, r, c, v))} />}
      to={<Cells label={t('cards-out')} cells={[[value]]} digits={2} most={9} />}
    />
  )
}

export function SequencePooling({ layer, facts }: TryProps) {
  const [values, setValues] = useState<readonly number[]>([0.2, 0.6, 0.9, 0.4, 0.1, 0.3, 0.8, 0.5])
  const isWhole = layer.startsWith('Global')
  const pool = small(facts, 'pool', 2, 4)
  const window = { rows: 1, columns: pool, stride: small(facts, 'stride', pool, 4), same: facts.get('padding') === 'same' }
  const result = isWhole ? [reduced(values, kindOf(layer))] : (pooled([values], window, kindOf(layer))[0] ?? [])
  return (
    <Step
      from={
        <Bars
          label={t('cards-in')}
          values={values}
          least={0}
          most={1}
          onChange={(i, v) => setValues(values.with(i, v))}
          marked={(i) => kindOf(layer) === 'max' && result.includes(values[i] ?? -1)}
        />
      }
      to={<Bars label={t('cards-out')} values={result} least={0} most={1} digits={2} />}
    />
  )
}
