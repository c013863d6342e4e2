// Squares in rows, the stuff that every picture is made of.

import s from './picture.module.css'

export type Shade = 'empty' | 'soft' | 'half' | 'strong' | 'cut'

interface CellsProps {
  x: number
  y: number
  rows: number
  columns: number
  size: number
  shade?: (row: number, column: number) => Shade
}

const SOFT = (): Shade => 'soft'

export function Cells({ x, y, rows, columns, size, shade = SOFT }: CellsProps) {
  const cells = Array.from({ length: rows * columns }, (_, at) => [Math.floor(at / columns), at % columns] as const)
  return cells.map(([row, column]) => {
    const kind = shade(row, column)
    const [left, top] = [x + column * size, y + row * size]
    return (
      <g key={`${row} ${column}`}>
        <rect className={s[kind]} x={left} y={top} width={size - 1.5} height={size - 1.5} rx={Math.min(2, size / 5)} />
        {kind === 'cut' && (
          <path className={s.cross} d={`M${left + 2} ${top + 2}l${size - 5.5} ${size - 5.5}m0 ${5.5 - size}l${5.5 - size} ${size - 5.5}`} />
        )}
      </g>
    )
  })
}

/** In the middle of a box of 96 × 80. */
export function centred(rows: number, columns: number, size: number): { x: number; y: number; rows: number; columns: number; size: number } {
  return { x: (WIDTH - columns * size) / 2, y: (HEIGHT - rows * size) / 2, rows, columns, size }
}

export const WIDTH = 96
export const HEIGHT = 80
