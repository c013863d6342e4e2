// How the network is trained: optimizer, epochs, batches, seed, the part held out, and when to stop. Every field is an edit of the document.

import type { Training } from '../../contract'
import { useDocument, useGraph } from '../../document/hooks'
import { metricsOf } from '../../run/view'
import { Button, Field, Heading, Segmented } from '../../ui/controls'
import { later } from '../../ui/later'
import { useWatched } from '../LabProvider'
import { t } from '../../words/words'
import { NumberField } from './NumberField'
import { Optimizer } from './Optimizer'
import { Outputs } from './Outputs'
import { Target } from './Target'
import s from './training.module.css'

const EarlyStoppingFields = later(() => import('./Callbacks').then((part) => part.EarlyStoppingFields))
const ReduceOnPlateauFields = later(() => import('./Callbacks').then((part) => part.ReduceOnPlateauFields))

const FineTuningFields = later(() => import('./Callbacks').then((part) => part.FineTuningFields))

const MOST_EPOCHS = 100_000
const MOST_ROWS = 1_000_000
const MOST_SEED = 2 ** 31 - 1

export function TrainingPanel() {
  const { edit } = useDocument()
  const training = useGraph((graph) => graph.training)
  const frozen = useGraph((graph) => Object.values(graph.nodes).some((node) => node.type === 'backbone' && node.freeze))
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
    <section className={s.panel} aria-label={t('training-heading')}>
      <Heading>{t('training-heading')}</Heading>
      <div className={s.fields}>
        <Optimizer value={training.optimizer} onChange={set('optimizer')} />
        <NumberField
          label="epochs"
          doc={t('training-epochs')}
          value={training.epochs}
          integer
          minimum={1}
          maximum={MOST_EPOCHS}
          onChange={number('epochs')}
        />
        <NumberField
          label="batch_size"
          doc={t('training-batch-size')}
          value={training.batch_size}
          integer
          minimum={1}
          maximum={MOST_ROWS}
          onChange={number('batch_size')}
        />
        <NumberField
          label={t('training-seed')}
          doc={t('training-seed-doc')}
          value={training.seed}
          integer
          minimum={0}
          maximum={MOST_SEED}
          onChange={number('seed')}
        />
      </div>
      {training.begin !== null && (
        <Field label={t('training-begin')} doc={t('training-begin-doc')}>
          <Button small onClick={() => edit.setTraining('begin', null)}>
            {t('training-begin-anew')}
          </Button>
        </Field>
      )}
      <Heading aside={t('training-seed-is', { seed: String(training.split.seed) })}>{t('training-held-out')}</Heading>
      <div className={s.fields}>
        <NumberField
          label={t('training-share')}
          doc={t('training-share-doc')}
          value={training.split.validation}
          minimum={0}
          maximum={0.9}
          onChange={(validation) => split({ validation: validation ?? 0 })}
        />
        <Field label={t('training-stratified')} doc={t('training-stratified-doc')}>
          <Segmented
            label={t('training-stratified-split')}
            choices={[
              { value: 'true', label: t('word-yes') },
              { value: 'false', label: t('word-no') },
            ]}
            value={String(training.split.stratify)}
            onChange={(value) => split({ stratify: value === 'true' })}
          />
        </Field>
        <NumberField
          label={t('training-split-seed')}
          doc={t('training-split-seed-doc')}
          value={training.split.seed}
          integer
          minimum={0}
          maximum={MOST_SEED}
          onChange={(seed) => split({ seed: seed ?? 0 })}
        />
      </div>
      <Outputs />
      <Target value={training.goes_to} onChange={set('goes_to')} />
      <Heading>{t('training-while')}</Heading>
      {(frozen || training.fine_tuning) && (
        <FineTuningFields value={training.fine_tuning} onChange={set('fine_tuning')} />
      )}
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
