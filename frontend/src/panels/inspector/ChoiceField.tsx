// One of several: side by side where they are few and short, else a list.

import type { ReactNode } from 'react'
import { Segmented, Select } from '../../ui/controls'
import { type FieldProps, rowOf } from './field'
import { Row } from './Row'
import { t } from '../../words/words'

const NONE = ''
/** Letters that fit side by side, by the number of choices. */
const LETTERS: Record<number, number> = { 1: 20, 2: 18, 3: 13 }

interface ChoiceProps extends FieldProps {
  choices: readonly string[]
  /** What "nothing" means here, in words. */
  none?: string
}

export function ChoiceField({ choices, none, ...field }: ChoiceProps) {
  const { param, value, onChange } = field
  const nothing = none ?? t(param.default === null ? 'inspector-keras-own' : 'inspector-none')
  const now = typeof value === 'string' ? value : value === null || value === undefined ? NONE : JSON.stringify(value)
  const isFew = choices.join('').length <= (LETTERS[choices.length] ?? 0) && !param.nullable && choices.includes(now)
  const pick = (next: string) => onChange(next === NONE ? null : next)
  if (isFew) return <SegmentedRow {...field} choices={choices} now={now} pick={pick} />
  const isDefault = (name: string) => name === ((param.default as unknown) ?? NONE) && !param.required
  const named = (name: string) => ({ value: name, label: marked(name || nothing, isDefault(name)) })
  // Where nothing means linear, linear is not offered twice.
  const offered = choices.filter((name) => !(param.nullable && name === none && now !== name))
  const strange = now !== NONE && !choices.includes(now) ? [now] : []
  const all = [...(param.nullable || now === NONE ? [NONE] : []), ...strange, ...offered].map(named)
  return (
    <Row {...rowOf(field)}>{(ids) => <Select {...ids} choices={all} value={now} onChange={pick} />}</Row>
  )
}

export function YesNoField(field: FieldProps) {
  const { param, value, onChange } = field
  const choices = [
    { value: 'true', label: t('inspector-yes') },
    { value: 'false', label: t('inspector-no') },
    ...(param.nullable ? [{ value: 'null', label: t('inspector-auto') }] : []),
  ]
  const pick = (next: string) => onChange(next === 'null' ? null : next === 'true')
  return <SegmentedRow {...field} choices={choices} now={String(value ?? null)} pick={pick} />
}

/** A choice's name, and whether it is what Keras does by itself. */
export function marked(name: string, isDefault: boolean): string {
  return isDefault ? t('inspector-is-default', { name }) : name
}

interface SegmentedRowProps extends FieldProps {
  choices: readonly (string | { value: string; label: string })[]
  now: string
  pick: (value: string) => void
}

function SegmentedRow({ choices, now, pick, ...field }: SegmentedRowProps): ReactNode {
  return (
    <Row {...rowOf(field)}>
      {({ id, 'aria-describedby': describedBy }) => (
        <div id={id} role="group" aria-describedby={describedBy}>
          <Segmented label={field.param.name} choices={choices} value={now} onChange={pick} />
        </div>
      )}
    </Row>
  )
}
