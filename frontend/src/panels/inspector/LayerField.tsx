// A layer inside a layer (wrappers, cells), or a list of them: which one, and below it its own parameters.

import { useCatalog } from '../../catalog/context'
import type { Param, Problem, Spec } from '../../contract'
import { newLayer } from '../../catalog/starts'
import { Button, IconButton, Select } from '../../ui/controls'
import { Changing, Held } from '../../ui/readOnly'
import { Icon } from '../../ui/glyphs'
import { knownTo, specOf, withValue } from './defaults'
import { type FieldProps, type Nested, rowOf } from './field'
import s from './inspector.module.css'
import { innerLayers } from './options'
import { type ControlIds, Row } from './Row'
import { t } from '../../words/words'

const NONE = ''

export function LayerField({ nested, ...field }: FieldProps & { nested: Nested }) {
  const { param, value, onChange, problems, path } = field
  const catalog = useCatalog()
  const spec = specOf(catalog, 'layer', value)
  return (
    <Row
      {...rowOf(field)}
      below={spec && <InnerParams spec={spec} onChange={onChange} problems={problems} path={path} label={param.name} nested={nested} />}
    >
      {(ids) => <LayerSelect {...ids} param={param} spec={spec} onChange={onChange} />}
    </Row>
  )
}

export function LayersField({ nested, ...field }: FieldProps & { nested: Nested }) {
  const { param, value, onChange, problems, path } = field
  const catalog = useCatalog()
  const specs = (Array.isArray(value) ? value : []).flatMap((one) => specOf(catalog, 'layer', one) ?? [])
  const put = (at: number, spec: Spec | null) =>
    onChange(specs.flatMap((old, i) => (i === at ? (spec ?? []) : old)))
  const first = innerLayers(catalog, param)[0]?.name
  const swap = (at: number) => onChange(specs.with(at, specs[at - 1] as Spec).with(at - 1, specs[at] as Spec))
  return (
    <Row
      {...rowOf(field)}
      below={
        <ol className={s.specs}>
          {specs.map((spec, at) => (
            // A place in the list is what it is: two equal layers may follow each other.
            // oxlint-disable-next-line react/no-array-index-key
            <li key={at}>
              <div className={s.specLine}>
                <LayerSelect
                  aria-label={`${param.name} ${at + 1}`}
                  param={param}
                  spec={spec}
                  onChange={(next) => put(at, next)}
                />
                <Changing>
                  <IconButton small label={t('inspector-move-up', { name: spec.name })} disabled={at === 0} onClick={() => swap(at)}>
                    <Icon name="up" size={12} />
                  </IconButton>
                  <IconButton small label={t('inspector-remove', { name: spec.name })} onClick={() => put(at, null)}>
                    <Icon name="close" size={12} />
                  </IconButton>
                </Changing>
              </div>
              <InnerParams
                spec={spec}
                onChange={(next) => put(at, next)}
                problems={problems}
                path={`${path}.${at}`}
                label={`${param.name} ${at + 1}`}
                nested={nested}
              />
            </li>
          ))}
        </ol>
      }
    >
      {({ id, 'aria-describedby': describedBy }) => (
        <Button
          small
          id={id}
          aria-label={t('inspector-add-layer-to', { name: param.name })}
          aria-describedby={describedBy}
          disabled={!first}
          onClick={() => first && onChange([...specs, newSpec(first)])}
        >
          {t('inspector-add-layer')}
        </Button>
      )}
    </Row>
  )

  function newSpec(name: string): Spec {
    return { name, params: newLayer(catalog, name).params }
  }
}

interface LayerSelectProps extends Partial<ControlIds> {
  param: Param
  spec: Spec | null
  onChange: (spec: Spec | null) => void
  'aria-label'?: string
}

function LayerSelect({ param, spec, onChange, ...ids }: LayerSelectProps) {
  const catalog = useCatalog()
  const names = innerLayers(catalog, param).map((member) => member.name)
  const strange = spec && !names.includes(spec.name) ? [spec.name] : []
  const none = param.nullable || !spec ? [{ value: NONE, label: t(param.required ? 'inspector-choose' : 'inspector-none') }] : []
  const pick = (name: string) => {
    if (name === NONE) return onChange(null)
    const fresh = newLayer(catalog, name).params
    onChange({ name, params: { ...fresh, ...knownTo(catalog.get('layer', name), spec?.params ?? {}) } })
  }
  return (
    <Held>
      <Select {...ids} choices={[...none, ...strange, ...names]} value={spec?.name ?? NONE} onChange={pick} />
    </Held>
  )
}

interface InnerProps {
  spec: Spec
  onChange: (spec: Spec) => void
  problems: readonly Problem[]
  path: string
  label: string
  nested: Nested
}

function InnerParams({ spec, onChange, problems, path, label, nested }: InnerProps) {
  const member = useCatalog().get('layer', spec.name)
  if (!member?.params.length) return null
  return (
    <div className={s.nested} role="group" aria-label={t('inspector-of', { name: label, chosen: spec.name })}>
      {nested({
        key: spec.name,
        params: member.params,
        values: spec.params,
        onChange: (name, next) => onChange({ name: spec.name, params: withValue(spec.params, name, next) }),
        problems,
        path: `${path}.`,
      })}
    </div>
  )
}
