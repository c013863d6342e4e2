// How the network is trained: optimizer, epochs, batches, seed, the part held out, and when to stop. Every field is an edit of the document.

import type { Training } from '../../contract'
import { useDocument, useGraph } from '../../document/hooks'
import { metricsOf } from '../../run/view'
import { Field, Heading, Segmented } from '../../ui/controls'
import { useWatched } from '../LabProvider'
import { EarlyStoppingFields, ReduceOnPlateauFields } from './Callbacks'
import { NumberField } from './NumberField'
import { Optimizer } from './Optimizer'
import { Outputs } from './Outputs'
import s from './training.module.css'

const MOST_EPOCHS = 100_000
const MOST_ROWS = 1_000_000
const MOST_SEED = 2 ** 31 - 1

export function TrainingPanel() {
  const { edit } = useDocument()
  const training = useGraph((graph) => graph.training)
  const monitors = useMonitors(training.split.validation > 0)
  const set =
    <F extends keyof Training>(field: F) =>
    (value: Training[F]) =>
      edit.setTraining(field, value)
  const number = (field: 'epochs' | 'batch_size' | 'seed') => (value: number | null) => {
    if (value !== null) edit.setTraining(field, value)
  }
  const split = (part: Partial<Training['split']>) => edit.setTraining('split', { ...training.split, ...part })
  return (
    <section className={s.panel} aria-label="Training">
      <Heading>Training</Heading>
      <div className={s.fields}>
        <Optimizer value={training.optimizer} onChange={set('optimizer')} />
        <NumberField
          label="epochs"
          doc="How often every row is seen."
          value={training.epochs}
          integer
          minimum={1}
          maximum={MOST_EPOCHS}
          onChange={number('epochs')}
        />
        <NumberField
          label="batch_size"
          doc="Rows per step."
          value={training.batch_size}
          integer
          minimum={1}
          maximum={MOST_ROWS}
          onChange={number('batch_size')}
        />
        <NumberField
          label="seed"
          doc="Of the first weights, of dropout and of the order of rows: the same seed gives the same run."
          value={training.seed}
          integer
          minimum={0}
          maximum={MOST_SEED}
          onChange={number('seed')}
        />
      </div>
      <Heading aside={`seed ${training.split.seed}`}>Held out for validation</Heading>
      <div className={s.fields}>
        <NumberField
          label="share"
          doc="Part of the rows the network never learns from."
          value={training.split.validation}
          minimum={0}
          maximum={0.9}
          onChange={(validation) => split({ validation: validation ?? 0 })}
        />
        <Field label="stratified" doc="Every class gets the same share in both parts.">
          <Segmented
            label="Stratified split"
            choices={[
              { value: 'true', label: 'yes' },
              { value: 'false', label: 'no' },
            ]}
            value={String(training.split.stratify)}
            onChange={(value) => split({ stratify: value === 'true' })}
          />
        </Field>
        <NumberField
          label="split seed"
          doc="The same seed holds out the same rows."
          value={training.split.seed}
          integer
          minimum={0}
          maximum={MOST_SEED}
          onChange={(seed) => split({ seed: seed ?? 0 })}
        />
      </div>
      <Outputs />
      <Heading>While it trains</Heading>
      <EarlyStoppingFields value={training.early_stopping} onChange={set('early_stopping')} monitors={monitors} />
      <ReduceOnPlateauFields
        value={training.reduce_on_plateau}
        onChange={set('reduce_on_plateau')}
        monitors={monitors}
      />
    </section>
  )
}

/** What can be watched: known for certain once a run has measured it. */
function useMonitors(validates: boolean): string[] {
  const view = useWatched()
  const names = new Set(['loss', ...(view ? metricsOf(view) : [])])
  return [...(validates ? [...names].map((name) => `val_${name}`) : []), ...names]
}
