// The first rows of the data as they were read: a table, or tiles where a cell is a picture, a series or a text.

import { useState } from 'react'
import type { DataSource, DataSpec } from '../../contract'
import { useServer } from '../../server/ServerContext'
import { later } from '../../ui/later'
import { t } from '../../words/words'
import { useAnswer } from '../useAnswer'
import s from './data.module.css'

const ROWS = 20
const Tiles = later(() => import('./Tiles').then((module) => module.Tiles))

export function Preview({ source, spec }: { source: DataSource; spec: DataSpec }) {
  const { api } = useServer()
  const whole = spec.columns.some((column) => column.shape !== null)
  const [open, setOpen] = useState(whole || source.type === 'csv')
  const ask = () => (source.type === 'csv' ? api.preview(source.id, ROWS) : api.sample(source))
  const { value, problems } = useAnswer(open ? `preview ${JSON.stringify(source)}` : null, ask)
  return (
    <details className={s.preview} open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('data-first-rows')}</summary>
      {problems[0] && <p className={s.hint}>{problems[0].message}</p>}
      {value && whole && <Tiles preview={value} spec={spec} />}
      {value && !whole && (
        <div className={s.scroll} tabIndex={0} role="region" aria-label={t('data-first-rows-of')}>
          <table>
            <thead>
              <tr>
                {value.columns.map((column) => (
                  <th key={column} scope="col">
                    {column}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody translate="no">
              {value.rows.map((row, at) => (
                // Rows of a file have no name but their place.
                // oxlint-disable-next-line react/no-array-index-key
                <tr key={at}>
                  {row.map((cell, column) => (
                    <td key={value.columns[column]} data-number={typeof cell === 'number' || undefined}>
                      {cell === null || cell === '' ? <i>{t('data-empty')}</i> : String(cell)}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </details>
  )
}
