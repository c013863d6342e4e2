// Early stopping, reduce-on-plateau and the second phase: each a switch, and its fields once it is on.

import { type ReactNode, useId } from 'react'
import type { EarlyStopping, FineTuning, ReduceOnPlateau } from '../../contract'
import { Field, Segmented, Select } from '../../ui/controls'
import { Held } from '../../ui/readOnly'
import { t } from '../../words/words'
import { NumberField } from './NumberField'
import s from './training.module.css'

const STOPPING: EarlyStopping = { monitor: 'val_loss', patience: 5, min_delta: 0, restore_best: true }
const PLATEAU: ReduceOnPlateau = { monitor: 'val_loss', patience: 3, factor: 0.5, min_learning_rate: 0 }

const TUNING: FineTuning = { layers: 20, epochs: 5, learning_rate: 1e-5 }

interface Props<T> {
  value: T | null
  onChange: (value: T | null) => void
  /** What can be watched: `val_loss`, `val_accuracy`, … */
  monitors: readonly string[]
}

export function EarlyStoppingFields({ value, onChange, monitors }: Props<EarlyStopping>) {
  const set = (part: Partial<EarlyStopping>) => value && onChange({ ...value, ...part })
  return (
    <Switch
      label={t('training-early')}
      hint={t('training-early-hint')}
      on={value !== null}
      onChange={(on) => onChange(on ? STOPPING : null)}
    >
      {value && (
        <>
          <Monitor monitors={monitors} value={value.monitor} onChange={(monitor) => set({ monitor })} />
          <NumberField
            label="patience"
            doc={t('training-early-patience')}
            value={value.patience}
            integer
            minimum={1}
            maximum={10_000}
            onChange={(patience) => set({ patience: patience ?? STOPPING.patience })}
          />
          <NumberField
            label="min_delta"
            doc={t('training-early-min-delta')}
            value={value.min_delta}
            minimum={0}
            onChange={(min_delta) => set({ min_delta: min_delta ?? 0 })}
          />
          <Field label={t('training-weights')} doc={t('training-weights-doc')}>
            <Segmented
              label={t('training-weights-kept')}
              choices={[
                { value: 'best', label: t('training-best-epoch') },
                { value: 'last', label: t('training-last-epoch') },
              ]}
              value={value.restore_best ? 'best' : 'last'}
              onChange={(kept) => set({ restore_best: kept === 'best' })}
            />
          </Field>
        </>
      )}
    </Switch>
  )
}

export function ReduceOnPlateauFields({ value, onChange, monitors }: Props<ReduceOnPlateau>) {
  const set = (part: Partial<ReduceOnPlateau>) => value && onChange({ ...value, ...part })
  return (
    <Switch
      label={t('training-plateau')}
      hint={t('training-plateau-hint')}
      on={value !== null}
      onChange={(on) => onChange(on ? PLATEAU : null)}
    >
      {value && (
        <>
          <Monitor monitors={monitors} value={value.monitor} onChange={(monitor) => set({ monitor })} />
          <NumberField
            label="patience"
            doc={t('training-plateau-patience')}
            value={value.patience}
            integer
            minimum={1}
            maximum={10_000}
            onChange={(patience) => set({ patience: patience ?? PLATEAU.patience })}
          />
          <NumberField
            label="factor"
            doc={t('training-plateau-factor')}
            value={value.factor}
            minimum={0.01}
            maximum={0.99}
            onChange={(factor) => set({ factor: factor ?? PLATEAU.factor })}
          />
          <NumberField
            label={t('training-plateau-lowest')}
            doc={t('training-plateau-lowest-doc')}
            value={value.min_learning_rate}
            minimum={0}
            onChange={(min_learning_rate) => set({ min_learning_rate: min_learning_rate ?? 0 })}
          />
        </>
      )}
    </Switch>
  )
}

export function FineTuningFields({ value, onChange }: Omit<Props<FineTuning>, 'monitors'>) {
  const set = (part: Partial<FineTuning>) => value && onChange({ ...value, ...part })
  return (
    <Switch
      label={t('training-tuning')}
      hint={t('training-tuning-hint')}
      on={value !== null}
      onChange={(on) => onChange(on ? TUNING : null)}
    >
      {value && (
        <>
          <NumberField
            label={t('training-tuning-layers')}
            doc={t('training-tuning-layers-doc')}
            value={value.layers}
            integer
            minimum={1}
            maximum={10_000}
            onChange={(layers) => set({ layers: layers ?? TUNING.layers })}
          />
          <NumberField
            label={t('training-tuning-epochs')}
            doc={t('training-tuning-epochs-doc')}
            value={value.epochs}
            integer
            minimum={1}
            maximum={100_000}
            onChange={(epochs) => set({ epochs: epochs ?? TUNING.epochs })}
          />
          <NumberField
            label={t('training-tuning-rate')}
            doc={t('training-tuning-rate-doc')}
            value={value.learning_rate}
            minimum={0}
            onChange={(learning_rate) => set({ learning_rate: learning_rate ?? TUNING.learning_rate })}
          />
        </>
      )}
    </Switch>
  )
}

function Monitor({
  monitors,
  value,
  onChange,
}: {
  monitors: readonly string[]
  value: string
  onChange: (value: string) => void
}) {
  const id = useId()
  return (
    <Field label="monitor" htmlFor={id} doc={t('training-monitor-doc')}>
      <Select
        id={id}
        choices={monitors.includes(value) ? monitors : [value, ...monitors]}
        value={value}
        onChange={onChange}
      />
    </Field>
  )
}

interface SwitchProps {
  label: string
  hint: string
  on: boolean
  onChange: (on: boolean) => void
  children: ReactNode
}

function Switch({ label, hint, on, onChange, children }: SwitchProps) {
  const id = useId()
  return (
    <div className={s.switch} role="group" aria-label={label}>
      <label htmlFor={id}>
        <Held>
          <input
            id={id}
            type="checkbox"
            role="switch"
            aria-checked={on}
            checked={on}
            onChange={(event) => onChange(event.target.checked)}
          />
        </Held>
        <span>
          {label}
          {!on && <small>{hint}</small>}
        </span>
      </label>
      {on && <div className={s.fields}>{children}</div>}
    </div>
  )
}
