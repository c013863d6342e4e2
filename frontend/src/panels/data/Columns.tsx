// A table's columns: what each was taken for, its range or its categories, and what is missing.

import type { Column } from '../../contract'
import { Pill } from '../../ui/controls'
import { count, plural } from '../../ui/format'
import s from './data.module.css'

/** More than these fold away. */
const FEW = 12

export function Columns({ columns, targets }: { columns: readonly Column[]; targets: ReadonlySet<string> }) {
  const rows = columns.map((column) => <Row key={column.name} column={column} target={targets.has(column.name)} />)
  return (
    <details className={s.columns} open={columns.length <= FEW}>
      <summary>{plural(columns.length, 'column')}</summary>
      <ul>{rows}</ul>
    </details>
  )
}

const KINDS: Record<Column['kind'], { glyph: string; word: string }> = {
  number: { glyph: '#', word: 'number' },
  category: { glyph: '◇', word: 'category' },
  text: { glyph: 'T', word: 'text, not used' },
  constant: { glyph: '=', word: 'always the same' },
  identifier: { glyph: 'id', word: 'unique, not used' },
}

function Row({ column, target }: { column: Column; target: boolean }) {
  const { glyph, word } = KINDS[column.kind]
  const unused = column.kind !== 'number' && column.kind !== 'category'
  return (
    <li data-unused={unused || undefined} title={column.note || undefined}>
      <i aria-hidden="true">{glyph}</i>
      <b>{column.name}</b>
      <span className="visually-hidden">, {word}, </span>
      {target && <Pill tone="accent">target</Pill>}
      {column.missing > 0 && <Pill tone="warn">{count(column.missing)} empty</Pill>}
      <span className={s.range}>{rangeOf(column, word)}</span>
    </li>
  )
}

function rangeOf(column: Column, word: string): string {
  if (column.kind === 'category') {
    const shown = column.categories.slice(0, 3).join(', ')
    return column.categories.length > 3 ? `${shown} +${column.categories.length - 3}` : shown
  }
  if (column.minimum === null || column.maximum === null) return word
  return `${short(column.minimum)} … ${short(column.maximum)}`
}

function short(value: number): string {
  const size = Math.abs(value)
  if (size !== 0 && size < 1e-3) return value.toExponential(1)
  return value.toLocaleString('en-US', { maximumSignificantDigits: 3, notation: size >= 1e4 ? 'compact' : 'standard' })
}
