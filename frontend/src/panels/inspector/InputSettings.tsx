// An Input's settings: what of the data flows in, in which shape and type, and how it is scaled.

import type { InputNode } from '../../contract'
import { useDocument } from '../../document/hooks'
import { Select } from '../../ui/controls'
import { count, plural } from '../../ui/format'
import { Columns } from './Columns'
import s from './inspector.module.css'
import { NameField } from './NameField'
import { DTYPES } from './options'
import { ProblemCards, problemsAt, useProblems } from './Problems'
import { Row } from './Row'
import { ShapeField } from './ShapeField'
import { useData } from './useData'

const PLACES = new Set(['name', 'columns', 'shape', 'dtype', 'scaling'])

const SCALINGS = [
  { value: 'auto', label: 'auto', title: 'Pictures to 0…1, numbers standardised' },
  { value: 'standardise', label: 'standardise', title: 'Mean 0 and spread 1, as in the training part' },
  { value: 'unit', label: '0…1', title: 'From the smallest to the largest value' },
  { value: 'none', label: 'none', title: 'As it is' },
]
const SCALING_DOC =
  'Networks learn best from numbers around zero. Auto brings pictures to 0…1 and standardises numbers; what it takes for ' +
  'that is measured on the training part alone.'

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
        <Row label="Data">
          {(ids) => (
            <output {...ids} className={s.value}>
              {spec ? (
                <>
                  {spec.title} <span>{`${count(spec.rows)} ${spec.form === 'image' ? 'pictures' : plural(spec.rows, 'row').split(' ')[1]}`}</span>
                </>
              ) : source ? (
                <span>…</span>
              ) : (
                <span>none chosen</span>
              )}
            </output>
          )}
        </Row>
        {(spec?.form === 'table' || node.columns) && (
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
          doc="The type of the numbers that flow in. float32 suits almost everything; whole numbers suit an Embedding."
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
          label="Scaling"
          doc={SCALING_DOC}
          problems={problemsAt(problems, 'scaling')}
          hint={SCALINGS.find((each) => each.value === node.scaling)?.title}
          onReset={node.scaling === 'auto' ? undefined : () => set('scaling', 'auto')}
          resetTo="auto"
        >
          {(ids) => (
            <Select {...ids} choices={SCALINGS} value={node.scaling} onChange={(scaling) => set('scaling', scaling)} />
          )}
        </Row>
      </div>
    </>
  )
}

