// The columns that flow into an Input: all that are free, or those that are ticked.

import type { Column, DataSpec, InputNode, Problem } from '../../contract'
import { useGraph } from '../../document/hooks'
import { Segmented } from '../../ui/controls'
import { Held } from '../../ui/readOnly'
import { count } from '../../ui/format'
import { isRaw, isWhole, offeredColumns, takenBy } from './columns'
import s from './inspector.module.css'
import { Row } from './Row'
import { t } from '../../words/words'

interface ColumnsProps {
  id: string
  node: InputNode
  data: DataSpec | null
  onChange: (columns: string[] | null) => void
  problems: readonly Problem[]
}

export function Columns({ id, node, data, onChange, problems }: ColumnsProps) {
  const nodes = useGraph((graph) => graph.nodes)
  const raw = useGraph((graph) => isRaw(graph, id, node))
  const taken = data ? takenBy(nodes, id, node, data, raw) : (node.columns ?? [])
  const offered = data ? offeredColumns(nodes, data, raw) : []
  const gone = taken.filter((name) => data && !offered.some((one) => one.column.name === name))
  const width = offered.reduce((all, one) => all + (taken.includes(one.column.name) ? one.width : 0), 0)
  const alone = (column: Column) => isWhole(column) || column.kind === 'text'
  const whole = offered.find((one) => taken.includes(one.column.name) && alone(one.column))?.column
  const toggle = (name: string, on: boolean) => {
    const only = whole || offered.some((one) => one.column.name === name && alone(one.column))
    const next = on ? [...(only ? [] : taken), name] : taken.filter((each) => each !== name)
    const order = offered.map((one) => one.column.name)
    onChange(next.toSorted((a, b) => order.indexOf(a) - order.indexOf(b)))
  }
  return (
    <Row
      label={t('inspector-columns')}
      doc={t('inspector-columns-doc')}
      problems={problems}
      hint={data && (whole ? kindOf(whole) : widthOf(taken.length, width))}
      below={
        node.columns && (
          <Held>
            <ul className={s.columns} aria-label={t('inspector-columns')}>
              {gone.map((name) => (
                <li key={name}>
                  <label data-off>
                    <input type="checkbox" checked onChange={() => toggle(name, false)} />
                    <span>{name}</span>
                    <small>{t('inspector-column-gone')}</small>
                  </label>
                </li>
              ))}
              {offered.map(({ column, why, width }) => (
                <li key={column.name}>
                  <label data-off={why !== null || undefined}>
                    <input
                      type="checkbox"
                      checked={taken.includes(column.name)}
                      disabled={why !== null && !taken.includes(column.name)}
                      onChange={(event) => toggle(column.name, event.target.checked)}
                    />
                    <span>{column.name}</span>
                    <small>{why ?? (column.kind === 'category' ? t('inspector-category-count', { n: width }) : kindOf(column))}</small>
                  </label>
                </li>
              ))}
            </ul>
          </Held>
        )
      }
    >
      {({ id: control, 'aria-describedby': describedBy }) => (
        <div id={control} role="group" aria-describedby={describedBy}>
          <Segmented
            label={t('inspector-columns')}
            choices={[
              { value: 'all', label: t('inspector-columns-all') },
              { value: 'chosen', label: t('inspector-columns-chosen') },
            ]}
            value={node.columns ? 'chosen' : 'all'}
            onChange={(which) => onChange(which === 'all' ? null : taken)}
          />
        </div>
      )}
    </Row>
  )
}

function widthOf(columns: number, numbers: number): string {
  return t('inspector-columns-width', {
    columns: t('inspector-column-count', { n: columns }),
    numbers: t('inspector-number-count', { n: numbers }),
  })
}

/** "number", "picture 8 × 8 × 1". */
function kindOf(column: Column): string {
  return [t(`inspector-column-${column.kind}`), (column.shape ?? []).map(count).join(' × ')].filter(Boolean).join(' ')
}
