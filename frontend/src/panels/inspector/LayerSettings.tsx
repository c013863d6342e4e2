// A layer's settings: its name, its parameters from the catalog, whether it learns, and what it does with these numbers.

import { useCatalog } from '../../catalog/context'
import { layerOf } from '../../catalog/ports'
import type { LayerNode, Problem } from '../../contract'
import { useDocument, useGraph } from '../../document/hooks'
import { Segmented } from '../../ui/controls'
import s from './inspector.module.css'
import { LearnedNote } from './LearnedNote'
import { NameField } from './NameField'
import { Params } from './Params'
import { ProblemCards, problemsAt, useProblems } from './Problems'
import { Row } from './Row'
import { SharedNote, SharersNote } from './SharedNote'
import { TeachingCard } from './TeachingCard'
import { useFlow } from './useFlow'
import { t } from '../../words/words'

export function LayerSettings({ id, node }: { id: string; node: LayerNode }) {
  const { edit } = useDocument()
  const owner = useGraph((graph) => layerOf(graph.nodes, node))
  const problems = useProblems(id)
  const flow = useFlow(id)
  const member = useCatalog().get('layer', owner.layer)
  const places = new Set(['name', 'trainable', ...(member?.params ?? []).map((param) => param.name)])
  const isLearning = owner.trainable
  return (
    <>
      <ProblemCards problems={problems} places={places} />
      <div className={s.fields}>
        <NameField id={id} name={node.name} problems={problems} />
        {node.shares && owner !== node && <SharedNote id={id} owner={node.shares} layer={owner} />}
        <Params
          key={owner.layer}
          params={member?.params ?? []}
          values={owner.params}
          onChange={(name, value) => edit.setParam(id, name, value)}
          problems={problems}
          of={id}
        >
          {(flow.params !== 0 || !isLearning) && (
            <Trainable
              value={isLearning}
              onChange={(trainable) => edit.setField(id, 'trainable', trainable)}
              problems={problemsAt(problems, 'trainable')}
            />
          )}
        </Params>
        {!node.shares && <SharersNote id={id} />}
      </div>
      <LearnedNote id={id} />
      {member && <TeachingCard member={member} node={owner} flow={flow} />}
      {!member && <p className={s.quiet}>{t('inspector-not-in-catalog', { layer: owner.layer })}</p>}
    </>
  )
}

interface TrainableProps {
  value: boolean | null
  onChange: (value: boolean) => void
  problems: readonly Problem[]
}

/** Null: some are, some are not. */
export function Trainable({ value, onChange, problems }: TrainableProps) {
  return (
    <Row
      label={t('inspector-trainable')}
      doc={t('inspector-trainable-doc')}
      problems={problems}
    >
      {({ id, 'aria-describedby': describedBy }) => (
        <div id={id} role="group" aria-describedby={describedBy}>
          <Segmented
            label={t('inspector-trainable')}
            choices={[
              { value: 'true', label: t('inspector-yes') },
              { value: 'false', label: t('inspector-frozen') },
            ]}
            value={String(value)}
            onChange={(next) => onChange(next === 'true')}
          />
        </div>
      )}
    </Row>
  )
}
