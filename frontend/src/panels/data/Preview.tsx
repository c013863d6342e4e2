// The first rows of an uploaded file, as they were read.

import { useState } from 'react'
import { useServer } from '../../server/ServerContext'
import { useAnswer } from '../useAnswer'
import s from './data.module.css'

const ROWS = 20

export function Preview({ id }: { id: string }) {
  const { api } = useServer()
  const [open, setOpen] = useState(true)
  const { value, problems } = useAnswer(open ? `preview ${id}` : null, () => api.preview(id, ROWS))
  return (
    <details className={s.preview} open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>First rows</summary>
      {problems[0] && <p className={s.hint}>{problems[0].message}</p>}
      {value && (
        <div className={s.scroll} tabIndex={0} role="region" aria-label="First rows of the file">
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
            <tbody>
              {value.rows.map((row, at) => (
                // Rows of a file have no name but their place.
                // oxlint-disable-next-line react/no-array-index-key
                <tr key={at}>
                  {row.map((cell, column) => (
                    <td key={value.columns[column]} data-number={typeof cell === 'number' || undefined}>
                      {cell === null || cell === '' ? <i>empty</i> : String(cell)}
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
