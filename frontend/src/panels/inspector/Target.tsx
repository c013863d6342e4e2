// The column an Output learns: the data's own, or another.

import type { Column, DataSpec, Problem } from '../../contract'
import { Select } from '../../ui/controls'
import { Row } from './Row'
import { t } from '../../words/words'

const OWN = ''

interface TargetProps {
  value: string | null
  data: DataSpec | null
  onChange: (target: string | null) => void
  problems: readonly Problem[]
}

export function Target({ value, data, onChange, problems }: TargetProps) {
  const columns = data ? learnable(data) : []
  const own = data?.target
  const known = columns.some((column) => column.name === value)
  const choices = [
    { value: OWN, label: own ? t('inspector-target-own', { name: own }) : t(data ? 'inspector-target-choose' : 'inspector-target-the-own') },
    ...(value && !known ? [{ value, label: t('inspector-target-gone', { name: value }) }] : []),
    ...columns.filter((column) => column.name !== own || value === own).map((column) => ({ value: column.name })),
  ]
  const column = (data?.columns ?? []).find((each) => each.name === (value ?? own))
  return (
    <Row
      label={t('inspector-target')}
      doc={t('inspector-target-doc')}
      problems={problems}
      hint={column && sayColumn(column)}
      onReset={value && own && value !== own ? () => onChange(null) : undefined}
      resetTo={own ?? t('inspector-target-the-own')}
    >
      {(ids) => (
        <Select {...ids} choices={choices} value={value ?? OWN} onChange={(target) => onChange(target || null)} />
      )}
    </Row>
  )
}

export function learnable(data: DataSpec): Column[] {
  return data.columns.filter(
    (column) => column.kind === 'number' || column.kind === 'picture' || (column.kind === 'category' && column.categories.length > 1),
  )
}

function sayColumn(column: Column): string {
  if (column.kind !== 'category') return t(`inspector-target-is-${column.kind}`)
  const some = column.categories.slice(0, 4).join(', ')
  return t('inspector-target-classes', { n: column.categories.length, names: column.categories.length > 4 ? `${some}, …` : some })
}
