// One list of every data set, grouped by where it comes from, and a way to bring one's own.

import { useRef } from 'react'
import type { DataSource, DatasetEntry } from '../../contract'
import { Button, cx } from '../../ui/controls'
import c from '../../ui/controls.module.css'
import s from './data.module.css'
import { keyOf } from './sources'

interface SourcePickerProps {
  entries: readonly DatasetEntry[]
  value: DataSource | null
  onChange: (source: DataSource | null) => void
  onFile: (file: File | undefined) => void
}

const GROUPS: readonly [DataSource['type'], string][] = [
  ['csv', 'Your files'],
  ['builtin', 'Come along'],
  ['generated', 'Generated'],
]

export function SourcePicker({ entries, value, onChange, onFile }: SourcePickerProps) {
  const file = useRef<HTMLInputElement>(null)
  const known = value && entries.some((entry) => keyOf(entry.source) === keyOf(value))
  return (
    <div className={s.picker}>
      <select
        className={cx(c.input, c.select)}
        aria-label="Data set"
        value={value ? keyOf(value) : ''}
        onChange={(event) =>
          onChange(entries.find((entry) => keyOf(entry.source) === event.target.value)?.source ?? null)
        }
      >
        <option value="">No data yet</option>
        {value && !known && <option value={keyOf(value)}>{value.type === 'csv' ? value.file_name : value.name}</option>}
        {GROUPS.map(([type, title]) => {
          const group = entries.filter((entry) => entry.source.type === type)
          return (
            group.length > 0 && (
              <optgroup key={type} label={title}>
                {group.map(({ source, spec }) => (
                  <option key={keyOf(source)} value={keyOf(source)}>
                    {source.type === 'csv' ? source.file_name : spec.title}
                  </option>
                ))}
              </optgroup>
            )
          )
        })}
      </select>
      <Button onClick={() => file.current?.click()}>Upload a CSV…</Button>
      <input
        ref={file}
        type="file"
        accept=".csv,.tsv,.txt,text/csv"
        className="visually-hidden"
        tabIndex={-1}
        aria-label="CSV file"
        onChange={(event) => {
          onFile(event.target.files?.[0])
          event.target.value = ''
        }}
      />
    </div>
  )
}
