// An Input's shape: the data's own, or one that is typed.

import type { InputNode, Param, Problem } from '../../contract'
import { useInference } from '../../document/hooks'
import { Input } from '../../ui/controls'
import { shapeText } from '../../ui/format'
import { Row } from './Row'
import { keys } from './TextField'
import { useDraft } from './useDraft'
import { formatValue, type Parsed, parseValue } from './values'
import { t } from '../../words/words'

interface ShapeFieldProps {
  id: string
  node: InputNode
  hasData: boolean
  onChange: (shape: (number | null)[] | null) => void
  problems: readonly Problem[]
}

const SHAPE = { name: 'shape', type: 'shape', nullable: true, required: false, default: null } as unknown as Param

export function ShapeField({ id, node, hasData, onChange, problems }: ShapeFieldProps) {
  const own = useInference((view) => view.nodes[id]?.outputs['output'])
  const draft = useDraft(formatValue(SHAPE, node.shape), parseShape, (value) => onChange(value as (number | null)[] | null))
  const fromData = hasData && !node.shape && own ? shapeText(own.shape) : ''
  return (
    <Row
      label="shape"
      mono
      doc={t('inspector-shape-doc')}
      error={draft.error}
      problems={problems}
      hint={hasData ? t(node.shape ? 'inspector-shape-own' : 'inspector-shape-from-data') : !node.shape && t('inspector-shape-needed')}
      onReset={node.shape && hasData ? () => onChange(null) : undefined}
      resetTo={t('inspector-the-data')}
    >
      {(ids) => (
        <Input
          {...ids}
          className="mono"
          value={draft.text}
          placeholder={fromData || (hasData ? t('inspector-shape-from-data') : '8 × 8 × 1')}
          onChange={(event) => draft.type(event.target.value)}
          onBlur={draft.take}
          onKeyDown={keys(draft)}
        />
      )}
    </Row>
  )
}

const MOST_AXES = 6

export function parseShape(text: string): Parsed {
  const parsed = parseValue(SHAPE, text)
  if ('error' in parsed || !Array.isArray(parsed.value)) return parsed
  if (parsed.value.length > MOST_AXES) return { error: t('inspector-shape-axes', { most: MOST_AXES, n: parsed.value.length }) }
  const small = parsed.value.find((size: number | null) => size !== null && size < 1)
  return small === undefined ? parsed : { error: t('inspector-shape-small', { size: String(small) }) }
}
