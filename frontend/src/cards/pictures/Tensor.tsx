// A shape → its drawing: a list as a column, a sequence as a strip, a picture as a stack of planes, all in proportion to `most`.

import type { Shape } from '../facts'
import { Cells, centred, HEIGHT, WIDTH } from './Cells'
import s from './picture.module.css'

interface TensorProps {
  shape: Shape | null
  /** The largest size along each axis that stands beside it in the same picture. */
  most: readonly number[]
}

export function Tensor({ shape, most }: TensorProps) {
  return (
    <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} className={s.figure} aria-hidden="true">
      {drawn(shape, most)}
    </svg>
  )
}

function drawn(shape: Shape | null, most: readonly number[]) {
  const axes = shape?.slice(1).map((size) => size ?? 1) ?? []
  const [first = 1, second = 1, third = 1] = axes
  if (!shape || shape.length > 5) return <Unknown />
  switch (axes.length) {
    case 0:
      return <Cells {...centred(1, 1, 12)} shade={() => 'half'} />
    case 1:
      return <List length={first} most={most[0] ?? first} />
    case 2:
      return <Strip steps={first} features={second} most={most} />
    case 3:
      return <Stack height={first} width={second} channels={third} most={most} />
    default:
      return <Stack height={second} width={third} channels={first} most={most.slice(1)} />
  }
}

function Unknown() {
  return (
    <g>
      <rect className={s.unknown} x={28} y={20} width={40} height={40} rx={6} />
      <text className={s.question} x={48} y={46}>
        ?
      </text>
    </g>
  )
}

/** Few are drawn one by one, many as far as they go. */
function few(size: number, most: number, places: number): number {
  return most <= places ? size : Math.max(1, Math.round((Math.log2(size + 1) / Math.log2(most + 1)) * places))
}

function List({ length, most }: { length: number; most: number }) {
  const rows = few(length, most, 8)
  const isCut = rows < length
  return <Cells {...centred(rows, 1, 9)} shade={(row) => (isCut && row >= rows - 2 ? (row === rows - 1 ? 'empty' : 'soft') : 'half')} />
}

function Strip({ steps, features, most }: { steps: number; features: number; most: readonly number[] }) {
  const columns = few(steps, Math.max(most[0] ?? 0, steps), 9)
  const rows = few(features, Math.max(most[1] ?? 0, features), 6)
  return <Cells {...centred(rows, columns, 9.5)} shade={(_, column) => (column % 2 ? 'soft' : 'half')} />
}

const SIDE = 52
const DEPTH = 5

function Stack({ height, width, channels, most }: { height: number; width: number; channels: number; most: readonly number[] }) {
  const largest = Math.max(most[0] ?? 1, most[1] ?? 1, height, width)
  const tall = Math.max(4, (height / largest) * SIDE)
  const wide = Math.max(4, (width / largest) * SIDE)
  const sheets = Math.min(5, Math.ceil(Math.log2(channels + 1)))
  const back = (sheets - 1) * DEPTH
  const [x, y] = [(WIDTH - wide - back) / 2, (HEIGHT - tall - back) / 2]
  return Array.from({ length: sheets }, (_, at) => {
    const behind = (sheets - 1 - at) * DEPTH
    return <rect key={at} className={at === sheets - 1 ? s.front : s.sheet} x={x + behind} y={y + back - behind} width={wide} height={tall} rx={2} />
  })
}
