// One list of every data set, grouped by where it comes from, and a way to bring one's own.

import { useRef } from 'react'
import { keyOf, nameOf, titleOf } from '../../catalog/datasets'
import type { DataSource, DatasetEntry } from '../../contract'
import { Button, cx } from '../../ui/controls'
import c from '../../ui/controls.module.css'
import { Changing, Held } from '../../ui/readOnly'
import { t } from '../../words/words'
import s from './data.module.css'

interface SourcePickerProps {
  entries: readonly DatasetEntry[]
  value: DataSource | null
  onChange: (source: DataSource | null) => void
  onFile: (file: File | undefined) => void
}

const GROUPS: readonly { name: string; types: readonly DataSource['type'][] }[] = [
  { name: 'csv', types: ['csv', 'images'] },
  { name: 'builtin', types: ['builtin'] },
  { name: 'generated', types: ['generated'] },
]

export function SourcePicker({ entries, value, onChange, onFile }: SourcePickerProps) {
  const file = useRef<HTMLInputElement>(null)
  const known = value && entries.some((entry) => keyOf(entry.source) === keyOf(value))
  return (
    <div className={s.picker}>
      <Held>
        <select
          className={cx(c.input, c.select)}
          aria-label={t('data-set')}
          value={value ? keyOf(value) : ''}
          onChange={(event) =>
            onChange(entries.find((entry) => keyOf(entry.source) === event.target.value)?.source ?? null)
          }
        >
          <option value="">{t('data-no-data')}</option>
          {value && !known && <option value={keyOf(value)}>{nameOf(value)}</option>}
          {GROUPS.map(({ name, types }) => {
            const group = entries.filter((entry) => types.includes(entry.source.type))
            return (
              group.length > 0 && (
                <optgroup key={name} label={t(`data-from-${name}`)}>
                  {group.map(({ source, spec }) => (
                    <option key={keyOf(source)} value={keyOf(source)}>
                      {titleOf(source, spec)}
                    </option>
                  ))}
                </optgroup>
              )
            )
          })}
        </select>
      </Held>
      <Changing>
        <Button onClick={() => file.current?.click()}>{t('data-upload')}</Button>
        <input
          ref={file}
          type="file"
          accept=".csv,.tsv,.txt,.zip,text/csv,application/zip"
          className="visually-hidden"
          tabIndex={-1}
          aria-label={t('data-csv-file')}
          onChange={(event) => {
            onFile(event.target.files?.[0])
            event.target.value = ''
          }}
        />
      </Changing>
    </div>
  )
}
