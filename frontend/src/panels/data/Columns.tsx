// A table's columns: what each was taken for, its range or its categories, and what is missing.

import type { Column } from '../../contract'
import { Pill } from '../../ui/controls'
import { count } from '../../ui/format'
import { number, powers } from '../../words/intl'
import { t } from '../../words/words'
import s from './data.module.css'

/** More than these fold away. */
const FEW = 12

export function Columns({ columns, targets }: { columns: readonly Column[]; targets: ReadonlySet<string> }) {
  const rows = columns.map((column) => <Row key={column.name} column={column} target={targets.has(column.name)} />)
  return (
    <details className={s.columns} open={columns.length <= FEW}>
      <summary>{t('data-columns', { n: columns.length })}</summary>
      <ul>{rows}</ul>
    </details>
  )
}

const GLYPHS: Record<Column['kind'], string> = {
  number: '#',
  category: '◇',
  picture: '▦',
  series: '∿',
  text: 'T',
  constant: '=',
  identifier: 'id',
}

function Row({ column, target }: { column: Column; target: boolean }) {
  const word = column.kind === 'text' && column.shape ? t('data-kind-words') : t(`data-kind-${column.kind}`)
  const unused = column.kind !== 'number' && column.kind !== 'category' && !column.shape
  return (
    <li data-unused={unused || undefined} title={column.note || undefined}>
      <i aria-hidden="true">{GLYPHS[column.kind]}</i>
      <b>{column.name}</b>
      <span className="visually-hidden">, {word}, </span>
      {target && <Pill tone="accent">{t('data-is-target')}</Pill>}
      {column.missing > 0 && <Pill tone="warn">{t('data-missing', { n: column.missing })}</Pill>}
      <span className={s.range}>{rangeOf(column, word)}</span>
    </li>
  )
}

function rangeOf(column: Column, word: string): string {
  if (column.kind === 'category') {
    const shown = column.categories.slice(0, 3).join(', ')
    return column.categories.length > 3 ? `${shown} +${count(column.categories.length - 3)}` : shown
  }
  if (column.kind === 'picture' && column.shape) return column.shape.slice(0, 2).map(count).join(' × ')
  if (column.kind === 'series' && column.shape) return t('data-steps', { n: column.shape[0] ?? 0 })
  if (column.kind === 'text' && column.shape) return t('data-words', { n: column.shape[0] ?? 0 })
  if (column.minimum === null || column.maximum === null) return word
  return `${short(column.minimum)} … ${short(column.maximum)}`
}

function short(value: number): string {
  const size = Math.abs(value)
  if (size !== 0 && size < 1e-3) return powers(value, 1)
  return number(value, { maximumSignificantDigits: 3, notation: size >= 1e4 ? 'compact' : 'standard' })
}
