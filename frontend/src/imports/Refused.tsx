// Why nothing could be read, and the one way on that there may be: the model without its code.

import type { Problem } from '../contract'
import { Button } from '../ui/controls'
import { Sentence } from '../ui/Sentence'
import { t } from '../words/words'
import s from './imports.module.css'

/** Layers with code refuse the whole file, unless they come without it. */
const CODE = 'model_holds_code'

interface RefusedProps {
  problems: readonly Problem[]
  onPlaceholders: () => void
}

export function Refused({ problems, onPlaceholders }: RefusedProps) {
  return (
    <div role="alert" className={s.refused}>
      {problems.map((problem) => (
        <p key={`${problem.code} ${problem.place} ${problem.evidence}`}>
          <b>{problem.title}</b> <Sentence text={problem.message} />
        </p>
      ))}
      {problems.some(({ code }) => code === CODE) && (
        <Button onClick={onPlaceholders}>{t('imports-placeholders')}</Button>
      )}
    </div>
  )
}
