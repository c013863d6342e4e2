// What an argument without a default is tried with: one field for each, as Python or JSON would write the value.

import { Input } from '../ui/controls'
import { t } from '../words/words'
import s from './coding.module.css'

interface TriedProps {
  tried: Readonly<Record<string, string>>
  onChange: (tried: Readonly<Record<string, string>>) => void
}

export function Tried({ tried, onChange }: TriedProps) {
  const names = Object.keys(tried)
  if (!names.length) return null
  return (
    <div className={s.tried}>
      <span>{t('written-tried')}</span>
      {names.map((name) => (
        <label key={name}>
          <code>{name}</code>
          <Input value={tried[name] ?? ''} onChange={(event) => onChange({ ...tried, [name]: event.target.value })} />
        </label>
      ))}
    </div>
  )
}

/** A number or a list as it is; what is none is a text. What is empty is not given. */
export function valuesOf(tried: Readonly<Record<string, string>>): Record<string, unknown> {
  const given = Object.entries(tried).filter(([, text]) => text.trim())
  return Object.fromEntries(given.map(([name, text]) => [name, valueOf(text.trim())]))
}

function valueOf(text: string): unknown {
  if (text === 'True' || text === 'False') return text === 'True'
  if (text === 'None') return null
  try {
    return JSON.parse(text) as unknown
  } catch {
    return text.replace(/^'(.*)'$/, '$1')
  }
}
