// An Input's shape: the data's own, or one that is typed.

import type { InputNode, Param, Problem } from '../../contract'
import { useInference } from '../../document/hooks'
import { Input } from '../../ui/controls'
import { shapeText } from '../../ui/format'
import { Row } from './Row'
import { keys } from './TextField'
import { useDraft } from './useDraft'
import { formatValue, type Parsed, parseValue } from './values'

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
      doc="Of one sample, without the batch axis: 8 × 8 × 1 is a small grey picture, 4 a list of four numbers, ? an axis of any length."
      error={draft.error}
      problems={problems}
      hint={hasData ? (node.shape ? 'your own' : 'from the data') : !node.shape && 'Without data, a shape is needed.'}
      onReset={node.shape && hasData ? () => onChange(null) : undefined}
      resetTo="the data’s"
    >
      {(ids) => (
        <Input
          {...ids}
          className="mono"
          value={draft.text}
          placeholder={fromData || (hasData ? 'from the data' : '8 × 8 × 1')}
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
  if (parsed.value.length > MOST_AXES) return { error: `A shape has at most ${MOST_AXES} axes. Received: ${parsed.value.length}.` }
  const small = parsed.value.find((size: number | null) => size !== null && size < 1)
  return small === undefined ? parsed : { error: `Every size is 1 or more; ? stands for any. Received: ${String(small)}.` }
}
