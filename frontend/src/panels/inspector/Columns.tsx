// The columns that flow into an Input: all that are free, or those that are ticked.

import type { DataSpec, InputNode, Problem } from '../../contract'
import { useGraph } from '../../document/hooks'
import { Segmented } from '../../ui/controls'
import { plural } from '../../ui/format'
import { offeredColumns, takenBy } from './columns'
import s from './inspector.module.css'
import { Row } from './Row'

interface ColumnsProps {
  id: string
  node: InputNode
  data: DataSpec | null
  onChange: (columns: string[] | null) => void
  problems: readonly Problem[]
}

export function Columns({ id, node, data, onChange, problems }: ColumnsProps) {
  const nodes = useGraph((graph) => graph.nodes)
  const taken = data ? takenBy(nodes, id, node, data) : (node.columns ?? [])
  const offered = data ? offeredColumns(nodes, data) : []
  const gone = taken.filter((name) => data && !offered.some((one) => one.column.name === name))
  const width = offered.reduce((all, one) => all + (taken.includes(one.column.name) ? one.width : 0), 0)
  const toggle = (name: string, on: boolean) => {
    const next = on ? [...taken, name] : taken.filter((each) => each !== name)
    const order = offered.map((one) => one.column.name)
    onChange(next.toSorted((a, b) => order.indexOf(a) - order.indexOf(b)))
  }
  return (
    <Row
      label="Columns"
      doc="Which columns of the table flow in here. All: every column that nobody learns and no other Input asks for."
      problems={problems}
      hint={data && `${plural(taken.length, 'column')} → ${plural(width, 'number')} a row`}
      below={
        node.columns && (
          <ul className={s.columns} aria-label="Columns">
            {gone.map((name) => (
              <li key={name}>
                <label data-off>
                  <input type="checkbox" checked onChange={() => toggle(name, false)} />
                  <span>{name}</span>
                  <small>not in this data</small>
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
                  <small>{why ?? (column.kind === 'category' ? plural(width, 'category', 'categories') : 'number')}</small>
                </label>
              </li>
            ))}
          </ul>
        )
      }
    >
      {({ id: control, 'aria-describedby': describedBy }) => (
        <div id={control} role="group" aria-describedby={describedBy}>
          <Segmented
            label="Columns"
            choices={['all', 'chosen']}
            value={node.columns ? 'chosen' : 'all'}
            onChange={(which) => onChange(which === 'all' ? null : taken)}
          />
        </div>
      )}
    </Row>
  )
}
