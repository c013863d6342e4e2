// The curves' numbers, one row per epoch, newest first: for reading, and for those who cannot see a line.

import type { Table } from '../../run/table'
import { duration, metric, rate } from '../../run/words'
import { t } from '../../words/words'
import s from './curves.module.css'

const FIXED = ['epoch', 'learning_rate', 'seconds']

export function CurvesTable({ table }: { table: Table }) {
  const { columns, rows } = table
  if (rows.length === 0) return <p className={s.empty}>{t('curves-no-epoch')}</p>
  return (
    <div className={s.scroll} tabIndex={0} role="region" aria-label={t('curves-every-epoch')}>
      <table className={s.table}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {headOf(column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.toReversed().map((row) => (
            <tr key={row[0]}>
              {row.map((value, at) => (
                <td key={columns[at]}>{text(columns[at] ?? '', value)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** Keras' own names, but for what every run has. */
function headOf(column: string): string {
  if (FIXED.includes(column)) return t(`curves-column-${column.replace('_', '-')}`)
  const name = column.replaceAll('_', ' ')
  return name.startsWith('val ') ? t('curves-validation-of', { name: name.slice(4) }) : name
}

function text(column: string, value: number | null): string {
  if (column === 'epoch') return String(value)
  if (value === null) return t('curves-not-finite')
  if (column === 'learning_rate') return rate(value)
  return column === 'seconds' ? duration(value) : metric(value)
}
