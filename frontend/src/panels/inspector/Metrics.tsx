// What is watched beside the loss: the suggested metrics, or a list of one's own.

import { sentenceOf } from '../../catalog/catalog'
import { useCatalog } from '../../catalog/context'
import { wordsOf } from '../../catalog/line'
import type { Problem, Spec } from '../../contract'
import { IconButton, Select } from '../../ui/controls'
import { Changing } from '../../ui/readOnly'
import { Icon } from '../../ui/glyphs'
import { startOf, withValue } from './defaults'
import s from './inspector.module.css'
import { Params } from './Params'
import { problemsAt } from './Problems'
import { Row } from './Row'
import { t } from '../../words/words'

interface MetricsProps {
  /** Null: those suggested. */
  value: readonly Spec[] | null
  suggested: readonly Spec[] | null
  onChange: (metrics: Spec[] | null) => void
  problems: readonly Problem[]
}

const ADD = ''

export function Metrics({ value, suggested, onChange, problems }: MetricsProps) {
  const catalog = useCatalog()
  const shown = value ?? suggested ?? []
  const add = (name: string) => {
    if (name !== ADD) onChange([...shown, { name, params: startOf(catalog.get('metric', name)) }])
  }
  const put = (at: number, metric: Spec | null) => onChange(shown.flatMap((old, i) => (i === at ? (metric ?? []) : old)))
  const choices = [
    { value: ADD, label: t('inspector-metrics-add') },
    ...catalog
      .members('metric')
      .map((member) => ({ value: member.name, label: member.name, title: sentenceOf(member) })),
  ]
  return (
    <Row
      label={t('inspector-metrics')}
      doc={t('inspector-metrics-doc')}
      problems={problemsAt(problems, 'metrics')}
      hint={!value && t('inspector-metrics-suggested', { names: suggested?.map(sayMetric).join(', ') ?? t('inspector-by-target') })}
      onReset={value ? () => onChange(null) : undefined}
      resetTo={t('inspector-suggested-metrics')}
      below={
        value && (
          <ol className={s.specs}>
            {value.map((metric, at) => (
              // The same metric may stand twice, with other parameters: its place is what it is.
              // oxlint-disable-next-line react/no-array-index-key
              <li key={at}>
                <Metric metric={metric} at={at} onChange={(next) => put(at, next)} problems={problems} />
              </li>
            ))}
            {!value.length && <li className={s.quiet}>{t('inspector-metrics-none')}</li>}
          </ol>
        )
      }
    >
      {(ids) => <Select {...ids} choices={choices} value={ADD} onChange={add} />}
    </Row>
  )
}

interface MetricProps {
  metric: Spec
  at: number
  onChange: (metric: Spec | null) => void
  problems: readonly Problem[]
}

function Metric({ metric, at, onChange, problems }: MetricProps) {
  const member = useCatalog().get('metric', metric.name)
  return (
    <>
      <div className={s.specLine}>
        <span title={sentenceOf(member)}>{member?.name ?? metric.name}</span>
        <Changing>
          <IconButton small label={t('inspector-remove', { name: metric.name })} onClick={() => onChange(null)}>
            <Icon name="close" size={12} />
          </IconButton>
        </Changing>
      </div>
      {member && (
        <div className={s.nested} role="group" aria-label={t('inspector-metric-of', { name: metric.name })}>
          <Params
            params={member.params}
            values={metric.params}
            onChange={(name, next) => onChange({ name: metric.name, params: withValue(metric.params, name, next) })}
            problems={problems}
            path={`metrics.${at}.`}
          />
        </div>
      )}
    </>
  )
}

function sayMetric(metric: Spec): string {
  const own = metric.params['name']
  return typeof own === 'string' ? own : wordsOf(metric.name)
}
