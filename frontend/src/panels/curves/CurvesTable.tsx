// The curves' numbers, one row per epoch, newest first: for reading, and for those who cannot see a line.

import type { Table } from '../../run/table'
import { duration, metric, rate } from '../../run/words'
import s from './curves.module.css'

export function CurvesTable({ table }: { table: Table }) {
  const { columns, rows } = table
  if (rows.length === 0) return <p className={s.empty}>The first epoch has not ended yet.</p>
  return (
    <div className={s.scroll} tabIndex={0} role="region" aria-label="Metrics of every epoch">
      <table className={s.table}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column.replaceAll('_', ' ').replace(/^val /, 'validation ')}
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

function text(column: string, value: number | null): string {
  if (column === 'epoch') return String(value)
  if (value === null) return 'not finite'
  if (column === 'learning_rate') return rate(value)
  return column === 'seconds' ? duration(value) : metric(value)
}
