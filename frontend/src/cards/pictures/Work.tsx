// What happens between in and out, as a small drawing for each family, with this layer's own windows, rates and functions.

import type { ReactNode } from 'react'
import type { Facts } from '../facts'
import { curveOf } from '../tries/curves'
import { Cells, centred, HEIGHT, WIDTH, type Shade } from './Cells'
import type { Family } from './families'
import s from './picture.module.css'

interface WorkProps {
  family: Family
  layer: string
  facts: Facts
}

export function Work(props: WorkProps) {
  return (
    <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} className={s.figure} aria-hidden="true">
      {DRAWN[props.family](props)}
    </svg>
  )
}

type Draw = (props: WorkProps) => ReactNode

const size = (facts: Facts, name: string, usual: number) => {
  const fact = facts.get(name)
  return Math.max(1, Math.min(7, typeof fact === 'number' ? fact : usual))
}
const share = (facts: Facts, name: string) => {
  const fact = facts.get(name)
  return typeof fact === 'number' ? Math.max(0, Math.min(1, fact)) : 0.3
}

/** A window of weights; `sheets` lie behind it. */
function windowOf(rows: number, columns: number, sheets: number, shade: (row: number, column: number) => Shade): ReactNode {
  const cell = Math.min(16, 46 / Math.max(rows, columns))
  const { x, y } = centred(rows, columns, cell)
  const behind = Array.from({ length: sheets }, (_, at) => (sheets - at) * 5)
  return (
    <>
      {behind.map((by) => (
        <rect key={by} className={s.sheet} x={x + by - 3} y={y - by + 1} width={columns * cell} height={rows * cell} rx={3} />
      ))}
      <rect className={s.paper} x={x - 3} y={y - 2.5} width={columns * cell + 4} height={rows * cell + 4} rx={4} />
      <Cells x={x} y={y} rows={rows} columns={columns} size={cell} shade={shade} />
    </>
  )
}

const weights = (row: number, column: number): Shade => (['soft', 'strong', 'half'] as const)[(row * 2 + column) % 3] ?? 'soft'
const arrow = (d: string) => <path className={s.line} d={d} markerEnd="url(#card-arrow)" />

const dense: Draw = () => {
  const [left, right] = [[14, 31, 49, 66], [22, 40, 58]]
  return (
    <>
      {left.flatMap((from) => right.map((to) => <path key={`${from} ${to}`} className={s.thin} d={`M24 ${from}L72 ${to}`} />))}
      {left.map((y) => (
        <circle key={y} className={s.half} cx={24} cy={y} r={5} />
      ))}
      {right.map((y) => (
        <circle key={y} className={s.strong} cx={72} cy={y} r={6} />
      ))}
    </>
  )
}

const window: Draw = ({ facts }) => windowOf(size(facts, 'kernel height', 3), size(facts, 'kernel width', 3), 2, weights)
const pool: Draw = ({ facts }) => {
  const [rows, columns] = [size(facts, 'pool height', 2), size(facts, 'pool width', 2)]
  const [row, column] = [Math.min(rows - 1, 1), 0]
  return windowOf(rows, columns, 0, (r, c) => (r === row && c === column ? 'strong' : 'soft'))
}
const averaged: Draw = ({ facts }) => windowOf(size(facts, 'pool height', 2), size(facts, 'pool width', 2), 0, () => 'half')

const recurrent: Draw = () => (
  <>
    <rect className={s.front} x={33} y={34} width={30} height={30} rx={7} />
    {arrow('M62 40c22-2 20-30-14-30-30 0-34 22-18 27')}
    {arrow('M8 49h21')}
    {arrow('M66 49h20')}
  </>
)

const bothWays: Draw = () => (
  <>
    <rect className={s.front} x={26} y={12} width={44} height={22} rx={7} />
    <rect className={s.front} x={26} y={46} width={44} height={22} rx={7} />
    {arrow('M34 23h26')}
    {arrow('M62 57H36')}
  </>
)

/** Each row shares itself out. */
const LOOKS: readonly (readonly Shade[])[] = [
  ['strong', 'soft', 'empty', 'empty', 'soft'],
  ['soft', 'half', 'soft', 'empty', 'empty'],
  ['empty', 'strong', 'half', 'empty', 'empty'],
  ['half', 'empty', 'empty', 'strong', 'empty'],
  ['empty', 'soft', 'empty', 'half', 'half'],
]
const attention: Draw = () => <Cells {...centred(5, 5, 12.5)} shade={(row, column) => LOOKS[row]?.[column] ?? 'empty'} />
const table: Draw = ({ facts }) => (
  <>
    <Cells {...centred(6, Math.min(6, size(facts, 'output_dim', 6)), 10.5)} shade={(row) => (row === 2 ? 'strong' : 'soft')} />
    {arrow('M2 34h10')}
  </>
)

const norm: Draw = () => (
  <>
    <path className={s.faint} d="M6 66h84M48 70V8" />
    <path className={s.dashed} d="M10 66C30 66 34 44 62 44S82 66 90 66" />
    <path className={s.line} d="M22 66C38 66 36 14 48 14s10 52 26 52" />
  </>
)

/** The same ones at each drawing: as many as the rate says. */
const ORDER = [5, 11, 2, 14, 7, 0, 9, 12, 3, 6, 15, 8, 1, 10, 4, 13]
const dropout: Draw = ({ facts }) => {
  const gone = new Set(ORDER.slice(0, Math.round(share(facts, 'rate') * 16)))
  return <Cells {...centred(4, 4, 15)} shade={(row, column) => (gone.has(row * 4 + column) ? 'cut' : 'half')} />
}
const channels: Draw = ({ facts }) => {
  const gone = Math.max(1, Math.round(share(facts, 'rate') * 4))
  return [0, 1, 2, 3].map((at) => {
    const isGone = [2, 0, 3, 1].slice(0, gone).includes(at)
    const [x, y] = [14 + at * 14, 42 - at * 9]
    return (
      <g key={at}>
        <rect className={isGone ? s.cut : s.front} x={x} y={y} width={28} height={28} rx={3} />
        {isGone && <path className={s.cross} d={`M${x + 5} ${y + 5}l18 18m0-18l-18 18`} />}
      </g>
    )
  })
}
const noise: Draw = () => (
  <>
    <path className={s.dashed} d="M8 40C24 12 40 12 48 40s24 28 40 0" />
    <path className={s.line} d="M8 40l4-12 4 2 4-12 5 5 4-9 5 11 4-3 5 14 5 4 4 13 5-4 4 11 6-5 4 7 5-13 5-3 7-10" />
  </>
)

const curve: Draw = ({ layer, facts }) => {
  const bend = curveOf(layer, facts)
  if (!bend) return other({ family: 'other', layer, facts })
  const points = Array.from({ length: 61 }, (_, at) => -4 + (at * 8) / 60)
  const d = points.map((x, at) => `${at ? 'L' : 'M'}${48 + x * 10} ${Math.max(4, Math.min(76, 48 - bend(x) * 10))}`).join('')
  return (
    <>
      <path className={s.faint} d="M6 48h84M48 6v70" />
      <path className={s.line} d={d} />
    </>
  )
}
const shares: Draw = () =>
  [14, 30, 52, 10].map((tall, at) => <rect key={at} className={at === 2 ? s.strong : s.half} x={18 + at * 16} y={68 - tall} width={12} height={tall} rx={2} />)

const lay: Draw = () => (
  <>
    <Cells x={8} y={27} rows={2} columns={3} size={12} shade={(row) => (row ? 'half' : 'strong')} />
    {arrow('M47 39h11')}
    <Cells x={72} y={4} rows={6} columns={1} size={12} shade={(row) => (row > 2 ? 'half' : 'strong')} />
  </>
)
const turn: Draw = () => (
  <>
    <Cells x={4} y={28} rows={2} columns={3} size={12} shade={(row) => (row ? 'half' : 'strong')} />
    {arrow('M43 39h11')}
    <Cells x={64} y={21} rows={3} columns={2} size={12} shade={(_, column) => (column ? 'half' : 'strong')} />
  </>
)
const repeat: Draw = () => (
  <>
    <Cells x={12} y={16} rows={4} columns={1} size={12} shade={() => 'strong'} />
    {arrow('M30 39h11')}
    <Cells x={50} y={16} rows={4} columns={3} size={12} shade={(_, column) => (column ? 'half' : 'strong')} />
  </>
)
const larger: Draw = ({ facts }) => {
  const [rows, columns] = [size(facts, 'size height', 2), size(facts, 'size width', 2)]
  const cell = Math.min(13, 40 / Math.max(rows, columns))
  return (
    <>
      <Cells x={10} y={34} rows={1} columns={1} size={13} shade={() => 'strong'} />
      {arrow('M28 40h11')}
      <Cells x={48} y={40 - (rows * cell) / 2} rows={rows} columns={columns} size={cell} shade={() => 'strong'} />
    </>
  )
}
const frame: Draw = () => <Cells {...centred(6, 6, 11)} shade={(row, column) => ([row, column].some((at) => at === 0 || at === 5) ? 'empty' : 'half')} />

const joint = (mark: string): Draw =>
  () => (
    <>
      <path className={s.thin} d="M14 16c18 0 14 20 22 22M14 64c18 0 14-20 22-22" />
      <circle className={s.front} cx={50} cy={40} r={14} />
      <path className={s.line} d={mark} />
      {arrow('M65 40h20')}
    </>
  )
const beside: Draw = () => (
  <>
    <Cells x={30} y={22} rows={3} columns={2} size={12} shade={() => 'strong'} />
    <Cells x={54} y={22} rows={3} columns={1} size={12} shade={() => 'half'} />
    <path className={s.faint} d="M28 64h38" />
  </>
)
const image: Draw = () => (
  <>
    <g>
      <rect className={s.sheet} x={8} y={22} width={34} height={34} rx={4} />
      <path className={s.line} d="M12 50l9-14 7 9 4-5 6 10z" />
    </g>
    <g transform="rotate(16 72 40)">
      <rect className={s.front} x={55} y={23} width={34} height={34} rx={4} />
      <path className={s.line} d="M85 51l-9-14-7 9-4-5-6 10z" />
    </g>
  </>
)
const scale: Draw = () => (
  <>
    <path className={s.faint} d="M10 22h76M34 58h28" />
    <path className={s.thin} d="M10 22l24 36M86 22L62 58M48 22v36" />
    {[10, 29, 48, 67, 86].map((x) => (
      <circle key={x} className={s.half} cx={x} cy={22} r={4} />
    ))}
    {[34, 41, 48, 55, 62].map((x) => (
      <circle key={x} className={s.strong} cx={x} cy={58} r={3.2} />
    ))}
  </>
)
const each: Draw = () => (
  <>
    {[10, 38, 66].map((x) => (
      <g key={x}>
        <rect className={s.front} x={x} y={29} width={20} height={22} rx={5} />
        {arrow(`M${x + 10} 8v16`)}
        {arrow(`M${x + 10} 54v16`)}
      </g>
    ))}
  </>
)
const separable: Draw = () => (
  <>
    {[0, 1, 2].map((at) => (
      <Cells key={at} x={8 + at * 5} y={36 - at * 11} rows={2} columns={2} size={10} shade={() => (['strong', 'half', 'soft'] as const)[at] ?? 'soft'} />
    ))}
    {arrow('M44 38h10')}
    <Cells x={66} y={18} rows={4} columns={1} size={11} shade={(row) => (['strong', 'half', 'soft', 'half'] as const)[row] ?? 'soft'} />
  </>
)
const depthwise: Draw = ({ facts }) => {
  const [rows, columns] = [size(facts, 'kernel height', 3), size(facts, 'kernel width', 3)]
  const cell = Math.min(9, 26 / Math.max(rows, columns))
  return [0, 1, 2].map((at) => (
    <Cells key={at} x={12 + at * 22} y={44 - at * 18} rows={rows} columns={columns} size={cell} shade={() => (['strong', 'half', 'soft'] as const)[at] ?? 'soft'} />
  ))
}
const transpose: Draw = ({ facts }) => {
  const [rows, columns] = [size(facts, 'kernel height', 3), size(facts, 'kernel width', 3)]
  const cell = Math.min(13, 40 / Math.max(rows, columns))
  return (
    <>
      <Cells x={10} y={34} rows={1} columns={1} size={13} shade={() => 'strong'} />
      {arrow('M28 40h11')}
      <Cells x={48} y={40 - (rows * cell) / 2} rows={rows} columns={columns} size={cell} shade={weights} />
    </>
  )
}
const strip: Draw = ({ facts }) => <Cells {...centred(4, size(facts, 'kernel', 3), 12)} shade={weights} />
const poolStrip: Draw = ({ facts }) => {
  const columns = size(facts, 'pool', 2)
  return <Cells {...centred(3, columns, 14)} shade={(row, column) => (column === row % columns ? 'strong' : 'soft')} />
}
const wholePool: Draw = () => (
  <>
    <Cells x={8} y={20} rows={4} columns={4} size={10} shade={(row, column) => ((row * 3 + column) % 4 ? 'soft' : 'half')} />
    {arrow('M52 40h16')}
    <Cells x={76} y={34} rows={1} columns={1} size={13} shade={() => 'strong'} />
  </>
)
const other: Draw = () => (
  <>
    <rect className={s.front} x={28} y={22} width={40} height={36} rx={8} />
    {arrow('M6 40h17')}
    {arrow('M70 40h18')}
  </>
)

const DRAWN: Record<Family, Draw> = {
  ...{ dense, window, strip, depthwise, separable, transpose, poolStrip, wholePool, recurrent, bothWays, attention, table, norm },
  ...{ dropout, channels, noise, curve, shares, lay, turn, repeat, beside, larger, frame, image, scale, each, other },
  pool: (props) => (props.layer.startsWith('Average') ? averaged : pool)(props),
  add: joint('M50 34v12M44 40h12'),
  multiply: joint('M45.5 35.5l9 9m0-9l-9 9'),
}
