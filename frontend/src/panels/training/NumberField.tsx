// A number with its label: typed freely, taken over when the field is left or Enter is pressed, refused in words.

import { useId, useState } from 'react'
import { Field, Input } from '../../ui/controls'
import { type Limits, numberText, parseNumber } from './numbers'

interface NumberFieldProps extends Limits {
  label: string
  value: number | null
  onChange: (value: number | null) => void
  doc?: string
  docLang?: string
  hint?: string
  placeholder?: string
}

export function NumberField({ label, value, onChange, doc, docLang, hint, placeholder, ...limits }: NumberFieldProps) {
  const id = useId()
  const [draft, setDraft] = useState<string | null>(null)
  const parsed = draft === null ? null : parseNumber(draft, limits)
  const error = parsed && 'error' in parsed ? parsed.error : null
  const take = () => {
    if (!parsed || 'error' in parsed) return
    setDraft(null)
    if (parsed.value !== value) onChange(parsed.value)
  }
  return (
    <Field label={label} htmlFor={id} {...(doc ? { doc } : {})} docLang={docLang} hint={hint} error={error}>
      <Input
        id={id}
        inputMode="decimal"
        className="mono"
        value={draft ?? numberText(value)}
        placeholder={placeholder}
        aria-invalid={error !== null}
        onChange={(event) => setDraft(event.target.value)}
        onBlur={take}
        onKeyDown={(event) => {
          if (event.key === 'Enter') take()
          if (event.key === 'Escape') setDraft(null)
        }}
      />
    </Field>
  )
}
