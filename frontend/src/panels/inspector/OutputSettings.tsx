// An Output's settings: what is learned, how wrongness is measured, what is watched, and how much it counts.

import { sentenceOf } from '../../catalog/catalog'
import { useCatalog } from '../../catalog/context'
import { wordsOf } from '../../catalog/line'
import type { OutputNode, Param, Spec, Suggestion } from '../../contract'
import { useDocument, useGraph } from '../../document/hooks'
import { useServer } from '../../server/ServerContext'
import { Select } from '../../ui/controls'
import { useAnswer } from '../useAnswer'
import { carried, withValue } from './defaults'
import s from './inspector.module.css'
import { Metrics } from './Metrics'
import { NameField } from './NameField'
import { Params } from './Params'
import { ProblemCards, problemsAt, useProblems } from './Problems'
import { Row } from './Row'
import { Target } from './Target'
import { NumberField } from './TextField'
import { useData } from './useData'
import { t } from '../../words/words'

const PLACES = new Set(['name', 'target', 'loss', 'metrics', 'weight'])
const SUGGESTED = ''

export function OutputSettings({ id, node }: { id: string; node: OutputNode }) {
  const { edit } = useDocument()
  const problems = useProblems(id)
  const { spec } = useData()
  const suggestion = useSuggestion(node.target)
  const outputs = useGraph((graph) => Object.values(graph.nodes).filter((each) => each.type === 'output').length)
  const set = (field: keyof OutputNode, value: unknown) => edit.setField(id, field, value)
  return (
    <>
      <ProblemCards problems={problems} places={PLACES} />
      <div className={s.fields}>
        <NameField id={id} name={node.name} problems={problems} />
        <Target
          value={node.target}
          data={spec}
          onChange={(target) => set('target', target)}
          problems={problemsAt(problems, 'target')}
        />
        <Loss
          value={node.loss}
          suggested={suggestion?.loss ?? null}
          onChange={(loss) => set('loss', loss)}
          problems={problems}
        />
        <Metrics
          value={node.metrics}
          suggested={suggestion?.metrics ?? null}
          onChange={(metrics) => set('metrics', metrics)}
          problems={problems}
        />
        <NumberField
          param={WEIGHT}
          value={node.weight}
          isSet={node.weight !== 1}
          onChange={(weight) => set('weight', weight ?? 1)}
          problems={problems}
          path="weight"
        />
      </div>
      {outputs > 1 && (
        <p className={s.quiet}>{t('inspector-losses-added')}</p>
      )}
    </>
  )
}

const WEIGHT: Param = {
  name: 'weight',
  type: 'float',
  nullable: false,
  required: false,
  default: 1 as unknown as Param['default'],
  choices: [],
  rank: null,
  pairs: false,
  call: false,
  whole: false,
  minimum: 0.0001,
  maximum: null,
  common: true,
  get doc() {
    return t('inspector-weight-doc')
  },
}

/** Null while it is not known, or where the target cannot be learned. */
function useSuggestion(target: string | null): Suggestion | null {
  const { api } = useServer()
  const data = useGraph((graph) => graph.training.data)
  const { value, problems } = useAnswer(data ? JSON.stringify([data, target]) : null, () =>
    data ? api.suggest(data, target) : Promise.reject(new Error('no data')),
  )
  return data && !problems.length ? value : null
}

interface LossProps {
  value: Spec | null
  suggested: Spec | null
  onChange: (loss: Spec | null) => void
  problems: Parameters<typeof problemsAt>[0]
}

function Loss({ value, suggested, onChange, problems }: LossProps) {
  const catalog = useCatalog()
  const member = value ? catalog.get('loss', value.name) : undefined
  const name = member?.name ?? value?.name ?? SUGGESTED
  const names = catalog.members('loss').map((each) => each.name)
  const choices = [
    { value: SUGGESTED, label: t('inspector-suggested') },
    ...(name && !names.includes(name) ? [name] : []),
    ...names.map((each) => ({ value: each, label: each, title: sentenceOf(catalog.get('loss', each)) })),
  ]
  const pick = (next: string) =>
    onChange(next === SUGGESTED ? null : { name: next, params: carried(value?.params ?? {}, catalog.get('loss', next)) })
  return (
    <Row
      label={t('inspector-loss')}
      doc={t('inspector-loss-doc')}
      problems={problemsAt(problems, 'loss')}
      hint={value ? sentenceOf(member) : suggested ? wordsOf(suggested.name) : t('inspector-by-target')}
      onReset={value ? () => onChange(null) : undefined}
      resetTo={t('inspector-suggested-loss')}
      below={
        value &&
        member && (
          <div className={s.nested} role="group" aria-label={t('inspector-loss-of', { name })}>
            <Params
              key={name}
              params={member.params.filter((param) => param.name !== 'name')}
              values={value.params}
              onChange={(param, next) => onChange({ name, params: withValue(value.params, param, next) })}
              problems={problems}
              path="loss."
            />
          </div>
        )
      }
    >
      {(ids) => <Select {...ids} choices={choices} value={name} onChange={pick} />}
    </Row>
  )
}
