// An Input's settings: what of the data flows in, in which shape and type, and how it is scaled.

import { rowsOf, titleOf } from '../../catalog/datasets'
import type { InputNode } from '../../contract'
import { useDocument } from '../../document/hooks'
import { Select } from '../../ui/controls'
import { Columns } from './Columns'
import { isChoice } from './columns'
import s from './inspector.module.css'
import { NameField } from './NameField'
import { DTYPES } from './options'
import { ProblemCards, problemsAt, useProblems } from './Problems'
import { Row } from './Row'
import { ShapeField } from './ShapeField'
import { useData } from './useData'
import { t } from '../../words/words'

const PLACES = new Set(['name', 'columns', 'shape', 'dtype', 'scaling'])

const SCALINGS = ['auto', 'standardise', 'unit', 'none', 'raw'] as const

export function InputSettings({ id, node }: { id: string; node: InputNode }) {
  const { edit } = useDocument()
  const { source, spec } = useData()
  const problems = useProblems(id)
  const set = (field: keyof InputNode, value: unknown) => edit.setField(id, field, value)
  return (
    <>
      <ProblemCards problems={problems} places={PLACES} />
      <div className={s.fields}>
        <NameField id={id} name={node.name} problems={problems} />
        <Row label={t('inspector-data')}>
          {(ids) => (
            <output {...ids} className={s.value}>
              {source && spec ? (
                <>
                  {titleOf(source, spec)} <span>{rowsOf(spec.row, source.type === 'generated' ? source.rows : spec.rows)}</span>
                </>
              ) : source ? (
                <span>…</span>
              ) : (
                <span>{t('inspector-no-data')}</span>
              )}
            </output>
          )}
        </Row>
        {((spec && isChoice(spec)) || node.columns) && (
          <Columns
            id={id}
            node={node}
            data={spec}
            onChange={(columns) => set('columns', columns)}
            problems={problemsAt(problems, 'columns')}
          />
        )}
        <ShapeField
          id={id}
          node={node}
          hasData={source !== null}
          onChange={(shape) => set('shape', shape)}
          problems={problemsAt(problems, 'shape')}
        />
        <Row
          label="dtype"
          mono
          doc={t('inspector-dtype-doc')}
          problems={problemsAt(problems, 'dtype')}
          onReset={node.dtype === 'float32' ? undefined : () => set('dtype', 'float32')}
          resetTo="float32"
        >
          {(ids) => (
            <Select
              {...ids}
              choices={(DTYPES as readonly string[]).includes(node.dtype) ? DTYPES : [node.dtype, ...DTYPES]}
              value={node.dtype}
              onChange={(dtype) => set('dtype', dtype)}
            />
          )}
        </Row>
        <Row
          label={t('inspector-scaling')}
          doc={t('inspector-scaling-doc')}
          problems={problemsAt(problems, 'scaling')}
          hint={t(`inspector-scaling-${node.scaling}-doc`)}
          onReset={node.scaling === 'auto' ? undefined : () => set('scaling', 'auto')}
          resetTo={t('inspector-scaling-auto')}
        >
          {(ids) => (
            <Select {...ids} choices={scalings()} value={node.scaling} onChange={(scaling) => set('scaling', scaling)} />
          )}
        </Row>
      </div>
    </>
  )
}

function scalings() {
  return SCALINGS.map((value) => ({ value, label: t(`inspector-scaling-${value}`), title: t(`inspector-scaling-${value}-doc`) }))
}
