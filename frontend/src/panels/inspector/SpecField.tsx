// An initializer, regularizer, constraint or schedule: which one, and below it its own parameters.

import { useCatalog } from '../../catalog/context'
import { sentenceOf, type Kind } from '../../catalog/catalog'
import { Select } from '../../ui/controls'
import { marked } from './ChoiceField'
import { carried, specOf, withValue } from './defaults'
import { type FieldProps, type Nested, rowOf } from './field'
import s from './inspector.module.css'
import { Row } from './Row'
import { t } from '../../words/words'

const NONE = ''

export function SpecField({ kind, nested, ...field }: FieldProps & { kind: Kind; nested: Nested }) {
  const catalog = useCatalog()
  const { param, value, isSet, onChange, problems, path } = field
  const spec = specOf(catalog, kind, value)
  const member = spec ? catalog.get(kind, spec.name) : undefined
  const usual = specOf(catalog, kind, param.default)?.name ?? NONE
  const names = catalog.members(kind).map((one) => one.name)
  const strange = spec && !names.includes(spec.name) ? [spec.name] : []
  const choices = [...(param.nullable || !spec ? [NONE] : []), ...strange, ...names].map((name) => ({
    value: name,
    label: marked(name || t('inspector-none'), name === usual && !param.required),
    title: sentenceOf(catalog.get(kind, name)),
  }))
  const pick = (name: string) =>
    onChange(name === NONE ? null : { name, params: carried(spec?.params ?? {}, catalog.get(kind, name)) })
  const inner = spec && member && member.params.length > 0 && (
    <div className={s.nested} role="group" aria-label={t('inspector-of', { name: param.name, chosen: spec.name })}>
      {nested({
        key: spec.name,
        params: member.params,
        values: spec.params,
        onChange: (name, next) => onChange({ name: spec.name, params: withValue(spec.params, name, next) }),
        problems,
        path: `${path}.`,
        folded: !isSet,
      })}
    </div>
  )
  return (
    <Row {...rowOf(field)} below={inner}>
      {(ids) => <Select {...ids} choices={choices} value={spec?.name ?? NONE} onChange={pick} />}
    </Row>
  )
}
