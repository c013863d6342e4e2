// Each template a true miniature of its graph, with what it learns from and how long that takes.

import type { Template } from '../contract'
import { said } from '../catalog/datasets'
import type { Answer } from '../panels/useAnswer'
import { cx, Skeleton } from '../ui/controls'
import { t } from '../words/words'
import { Miniature } from './Miniature'
import s from './start.module.css'

interface TemplatesProps {
  answer: Answer<Template[]>
  /** The one that is being opened. */
  chosen: string | null
  onChoose: (name: string) => void
}

const COUNT = 8

export function Templates({ answer, chosen, onChoose }: TemplatesProps) {
  return (
    <section aria-labelledby="templates">
      <h2 id="templates" className={s.heading}>
        {t('start-templates')}
      </h2>
      {answer.value ? (
        <ul className={cx(s.grid, s.templates)} aria-label={t('start-templates')}>
          {answer.value.map((template) => (
            <li key={template.name}>
              <button
                type="button"
                className={s.card}
                data-chosen={chosen === template.name || undefined}
                disabled={chosen !== null}
                onClick={() => onChoose(template.name)}
              >
                <span className={s.picture}>
                  <Miniature thumbnail={template.thumbnail} width={256} height={104} />
                </span>
                <span className={s.text}>
                  <b>{said(`start-template-${template.name}`, template.title)}</b>
                  <span>{said(`start-template-${template.name}-doc`, template.description)}</span>
                  <small>
                    {t('start-learns', { rows: learnsFrom(template), time: t('format-seconds', { n: Math.ceil(template.seconds) }) })}
                  </small>
                </span>
              </button>
            </li>
          ))}
        </ul>
      ) : (
        <div className={cx(s.grid, s.templates)} role="status" aria-label={t('start-templates-loading')}>
          {Array.from({ length: COUNT }, (_, at) => (
            <Skeleton key={at} height={226} />
          ))}
        </div>
      )}
    </section>
  )
}

/** "1,797 pictures of digits". */
function learnsFrom({ data, row, rows }: Template): string {
  const id = `start-from-${data}`
  const text = t(id, { n: rows })
  return text === id ? t(`dataset-rows-${row}`, { n: rows }) : text
}
