// The optimizer and its parameters as the catalog knows them: learning rate first, the rest folded.

import { useId, useState } from 'react'
import { sentenceOf } from '../../catalog/catalog'
import { useCatalog } from '../../catalog/context'
import type { Member, Param, Spec } from '../../contract'
import { Button, Field, Segmented, Select } from '../../ui/controls'
import { useParamDoc } from '../useParamDoc'
import { t } from '../../words/words'
import { NumberField } from './NumberField'
import { chosen, withParam } from './specs'
import s from './training.module.css'

/** Shown before anything is unfolded, where the optimizer has them. */
const FIRST = ['learning_rate', 'momentum', 'nesterov', 'weight_decay']
const EDITABLE: readonly Param['type'][] = ['int', 'float', 'bool', 'schedule']

export function Optimizer({ value, onChange }: { value: Spec; onChange: (value: Spec) => void }) {
  const catalog = useCatalog()
  const [open, setOpen] = useState(false)
  const id = useId()
  const member = catalog.get('optimizer', value.name)
  const names = catalog
    .members('optimizer')
    .filter((one) => !one.params.some((param) => param.type === 'any'))
    .map((one) => one.name)
  const params = (member?.params ?? []).filter((param) => EDITABLE.includes(param.type))
  const first = params.filter(
    (param) => FIRST.includes(param.name) && (param.name !== 'weight_decay' || param.default != null),
  )
  const rest = params.filter((param) => !first.includes(param))
  const row = (param: Param) => (
    <ParamRow
      key={`${value.name} ${param.name}`}
      param={param}
      value={param.name in value.params ? value.params[param.name] : param.default}
      onChange={(next) => onChange(withParam(value, param, next))}
    />
  )
  return (
    <>
      <Field label={t('training-optimizer')} htmlFor={id} doc={sentenceOf(member)}>
        <Select
          id={id}
          choices={names.includes(value.name) ? names : [value.name, ...names]}
          value={value.name}
          onChange={(name) => onChange(chosen(value, catalog.get('optimizer', name), name))}
        />
      </Field>
      {first.map(row)}
      {open && rest.map(row)}
      {rest.length > 0 && (
        <Button kind="link" className={s.more} aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? t('training-fewer') : t('training-more', { n: rest.length })}
        </Button>
      )}
    </>
  )
}

interface RowProps {
  param: Param
  value: unknown
  onChange: (value: unknown) => void
}

function ParamRow({ param, value, onChange }: RowProps) {
  const doc = useParamDoc(param)
  if (param.type === 'bool')
    return (
      <Field label={param.name} doc={doc} docLang="en">
        <Segmented
          label={param.name}
          choices={[
            { value: 'true', label: t('word-yes') },
            { value: 'false', label: t('word-no') },
          ]}
          value={String(value === true)}
          onChange={(next) => onChange(next === 'true')}
        />
      </Field>
    )
  if (param.type === 'schedule') return <ScheduleRow param={param} value={value} onChange={onChange} />
  return (
    <NumberField
      label={param.name}
      doc={doc}
      docLang="en"
      value={typeof value === 'number' ? value : null}
      minimum={param.minimum}
      maximum={param.maximum}
      integer={param.type === 'int'}
      nullable={param.nullable}
      placeholder={param.nullable ? t('word-none') : ''}
      onChange={onChange}
    />
  )
}

const CONSTANT = 'constant'

/** A fixed number, or a schedule from the catalog with its own parameters. */
function ScheduleRow({ param, value, onChange }: RowProps) {
  const doc = useParamDoc(param)
  const catalog = useCatalog()
  const id = useId()
  const schedule = isSpec(value) ? value : null
  const member: Member | undefined = schedule ? catalog.get('schedule', schedule.name) : undefined
  const pick = (name: string) => {
    if (name === CONSTANT) return onChange(param.default)
    onChange(chosen(schedule ?? { name, params: {} }, catalog.get('schedule', name), name))
  }
  const constant = (
    <NumberField
      label={param.name}
      doc={doc}
      docLang="en"
      value={typeof value === 'number' ? value : null}
      minimum={0}
      onChange={onChange}
    />
  )
  const choices = [
    { value: CONSTANT, label: t('training-constant') },
    ...catalog.members('schedule').map((one) => ({ value: one.name, label: one.name })),
  ]
  return (
    <>
      {!schedule && constant}
      <Field label={t('training-schedule')} htmlFor={id} doc={t('training-schedule-doc')}>
        <Select id={id} choices={choices} value={schedule?.name ?? CONSTANT} onChange={pick} />
      </Field>
      {schedule &&
        member?.params
          .filter((one) => EDITABLE.includes(one.type))
          .map((one) => (
            <ParamRow
              key={`${schedule.name} ${one.name}`}
              param={one}
              value={one.name in schedule.params ? schedule.params[one.name] : one.default}
              onChange={(next) => onChange(withParam(schedule, one, next))}
            />
          ))}
    </>
  )
}

function isSpec(value: unknown): value is Spec {
  return typeof value === 'object' && value !== null && 'name' in value && 'params' in value
}
