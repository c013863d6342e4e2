// The column an Output learns: the data's own, or another.

import type { Column, DataSpec, Problem } from '../../contract'
import { Select } from '../../ui/controls'
import { Row } from './Row'

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
    { value: OWN, label: own ? `${own} · the data’s own` : data ? 'choose a column…' : 'the data’s own' },
    ...(value && !known ? [{ value, label: `${value} · not in this data` }] : []),
    ...columns.filter((column) => column.name !== own || value === own).map((column) => ({ value: column.name })),
  ]
  const column = [...(data?.targets ?? []), ...(data?.columns ?? [])].find((each) => each.name === (value ?? own))
  return (
    <Row
      label="Target"
      doc="The column the network learns to answer. It never flows into an Input."
      problems={problems}
      hint={column && sayColumn(column)}
      onReset={value && own && value !== own ? () => onChange(null) : undefined}
      resetTo={own ?? 'the data’s own'}
    >
      {(ids) => (
        <Select {...ids} choices={choices} value={value ?? OWN} onChange={(target) => onChange(target || null)} />
      )}
    </Row>
  )
}

export function learnable(data: DataSpec): Column[] {
  const all = data.form === 'image' ? data.targets : data.columns
  return all.filter(
    (column) => column.kind === 'number' || (column.kind === 'category' && column.categories.length > 1),
  )
}

function sayColumn(column: Column): string {
  if (column.kind !== 'category') return `a ${column.kind}`
  const some = column.categories.slice(0, 4).join(', ')
  return `${column.categories.length} classes: ${some}${column.categories.length > 4 ? ', …' : ''}`
}
