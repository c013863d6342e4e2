// What was proven, step by step, and what it has become: its inputs, its parameters.

import type { Code } from '../contract'
import { Icon } from '../ui/glyphs'
import { t } from '../words/words'
import s from './coding.module.css'

const STEPS = ['builds', 'computes', 'saves', 'loads', 'equals'] as const

export function Proven({ code }: { code: Code }) {
  const inputs = code.inputs.map(({ name, required }) => (required ? name : t('written-optional', { name })))
  return (
    <div className={s.proven} role="status">
      <p>
        <b>{t('written-proven', { name: code.name })}</b>
      </p>
      <ul>
        {STEPS.map((step) => (
          <li key={step}>
            <Icon name="check" size={12} />
            {t(`written-step-${step}`)}
          </li>
        ))}
      </ul>
      <p>
        {t('written-inputs', { names: inputs.join(', ') })}
        {code.params.length > 0 && ` ${t('written-params', { names: code.params.map(({ name }) => name).join(', ') })}`}
      </p>
    </div>
  )
}
