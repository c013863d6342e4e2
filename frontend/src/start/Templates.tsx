// Each template a true miniature of its graph, with its data.

import type { Template } from '../contract'
import type { Answer } from '../panels/useAnswer'
import { Skeleton } from '../ui/controls'
import { Miniature } from './Miniature'
import s from './start.module.css'

interface TemplatesProps {
  answer: Answer<Template[]>
  disabled: boolean
  onChoose: (name: string) => void
}

export function Templates({ answer, disabled, onChoose }: TemplatesProps) {
  if (!answer.value) {
    if (answer.problems.length > 0) return null
    return (
      <div className={s.grid} role="status" aria-label="Loading the templates">
        <Skeleton height={262} />
        <Skeleton height={262} />
      </div>
    )
  }
  return (
    <ul className={s.grid} aria-label="Templates">
      {answer.value.map((template) => (
        <li key={template.name}>
          <button type="button" className={s.card} disabled={disabled} onClick={() => onChoose(template.name)}>
            <span className={s.picture}>
              <Miniature thumbnail={template.thumbnail} width={220} height={126} />
            </span>
            <span className={s.text}>
              <b>{template.title}</b>
              <span>{template.description}</span>
              <small>{template.data}</small>
            </span>
          </button>
        </li>
      ))}
    </ul>
  )
}
