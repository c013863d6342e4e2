// What changed, counted: "+ 2 added − 1 removed ~ 3 changed".

import { Sign } from '../canvas/CompareCanvas'
import type { Diff } from '../contract'
import { t } from '../words/words'
import s from './compare.module.css'

const MARKS = ['added', 'removed', 'changed'] as const

export function Summary({ diff }: { diff: Diff }) {
  const own = [...diff.nodes, ...diff.edges.filter((edge) => !edge.implied)]
  const counts = MARKS.map((mark) => ({ mark, n: own.filter((one) => one.type === mark).length })).filter(({ n }) => n)
  return (
    <p className={s.summary} role="status">
      {counts.map(({ mark, n }) => (
        <span key={mark} data-mark={mark}>
          <Sign mark={mark} className={s.mark} />
          {t(`compare-${mark}-count`, { n })}
        </span>
      ))}
      {diff.training.length > 0 && <span>{t('compare-training-count', { n: diff.training.length })}</span>}
      {!diff.count && <span>{t('compare-equal')}</span>}
    </p>
  )
}
