// Rows whose cells are pictures, series or texts → a tile each: what is seen, and under it the row's other values.

import { useEffect, useRef } from 'react'
import type { Column, DataSpec, Preview } from '../../contract'
import { number } from '../../words/intl'
import { t } from '../../words/words'
import { cx } from '../../ui/controls'
import { line } from './line'
import s from './tiles.module.css'

type Cell = Preview['rows'][number][number]

export function Tiles({ preview, spec }: { preview: Preview; spec: DataSpec }) {
  const columns = preview.columns.map((name) => spec.columns.find((column) => column.name === name))
  const pictures = columns.some((column) => column?.kind === 'picture')
  return (
    <ul className={cx(s.tiles, pictures ? s.pictures : s.lines)} aria-label={t('data-first-rows')}>
      {preview.rows.map((row, at) => (
        // Rows have no name but their place.
        // oxlint-disable-next-line react/no-array-index-key
        <li key={at}>
          <span className={s.seen}>
            {row.map((cell, place) => columns[place]?.shape && <Seen key={columns[place].name} cell={cell} column={columns[place]} />)}
          </span>
          <small>{row.flatMap((cell, place) => (columns[place]?.shape ? [] : [inWords(cell)])).join(' · ')}</small>
        </li>
      ))}
    </ul>
  )
}

function Seen({ cell, column }: { cell: Cell; column: Column }) {
  if (column.kind === 'text') return <q translate="no">{String(cell)}</q>
  if (typeof cell === 'string') return <img className={s.picture} src={cell} alt={column.name} />
  if (!Array.isArray(cell)) return null
  if (column.kind === 'series') return <Series values={cell} name={column.name} />
  return <Picture pixels={cell} column={column} />
}

function Picture({ pixels, column }: { pixels: readonly number[]; column: Column }) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const [height = 1, width = 1, channels = 1] = column.shape ?? []
  useEffect(() => {
    const context = canvas.current?.getContext('2d')
    if (!context) return
    const image = context.createImageData(width, height)
    for (let at = 0; at < width * height; at += 1) {
      const value = (channel: number) => 255 * (pixels[at * channels + (channels < 3 ? 0 : channel)] ?? 0)
      image.data.set([value(0), value(1), value(2), 255], at * 4)
    }
    context.putImageData(image, 0, 0)
  }, [pixels, width, height, channels])
  return <canvas ref={canvas} className={s.picture} width={width} height={height} role="img" aria-label={column.name} />
}

const SIZE = { width: 240, height: 36 }

function Series({ values, name }: { values: readonly number[]; name: string }) {
  return (
    <svg className={s.series} viewBox={`0 0 ${SIZE.width} ${SIZE.height}`} preserveAspectRatio="none" role="img" aria-label={name}>
      <path d={line(values, SIZE)} fill="none" stroke="var(--curve-train)" strokeWidth={1.6} vectorEffect="non-scaling-stroke" />
    </svg>
  )
}

function inWords(cell: Cell): string {
  if (cell === null) return t('data-empty')
  return typeof cell === 'number' ? number(cell, { maximumSignificantDigits: 3 }) : String(cell)
}
