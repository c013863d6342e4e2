// One of the two graphs, chosen from everything there is; or a file from this machine.

import { useRef } from 'react'
import { droppedFile, LIVE, refOf, textOf, type Ref } from './refs'
import s from './compare.module.css'
import { t } from '../words/words'
import type { Names } from './useNames'

interface ChooserProps {
  label: string
  value: Ref
  names: Names
  onChange: (ref: Ref) => void
  onFile: (file: File) => void
}

const ANOTHER = 'another file'

export function Chooser({ label, value, names, onChange, onFile }: ChooserProps) {
  const file = useRef<HTMLInputElement>(null)
  const there = new Set(names.groups.flatMap(({ refs }) => refs.map(({ ref }) => textOf(ref))))
  const choose = (text: string) => {
    const ref = text === ANOTHER ? null : refOf(text)
    if (ref) onChange(ref)
    else file.current?.click()
  }
  return (
    <label className={s.chooser}>
      <span>{label}</span>
      <select value={textOf(value)} onChange={(event) => choose(event.target.value)}>
        <option value={textOf(LIVE)}>{t('compare-live')}</option>
        {value.type !== 'live' && value.type !== 'file' && !there.has(textOf(value)) && (
          <option value={textOf(value)}>{names.nameOf(value)}</option>
        )}
        {names.groups.map(({ title, refs }) => (
          <optgroup key={title} label={title}>
            {refs.map(({ ref, name }) => (
              <option key={textOf(ref)} value={textOf(ref)}>
                {name}
              </option>
            ))}
          </optgroup>
        ))}
        <optgroup label={t('compare-file')}>
          {(droppedFile() || value.type === 'file') && <option value="file">{names.nameOf({ type: 'file' })}</option>}
          <option value={ANOTHER}>{t('compare-choose-file')}</option>
        </optgroup>
      </select>
      <input
        ref={file}
        type="file"
        accept=".json,.png,.svg"
        className="visually-hidden"
        tabIndex={-1}
        aria-hidden="true"
        onChange={(event) => {
          const chosen = event.target.files?.[0]
          if (chosen) onFile(chosen)
          event.target.value = ''
        }}
      />
    </label>
  )
}
