// Every problem of the graph with its fixes; choosing one selects what it is about.

import { FixList } from '../../canvas/FixList'
import { Why } from '../../canvas/Why'
import type { Problem } from '../../contract'
import { useGraph, useInference } from '../../document/hooks'
import { select } from '../../document/selection'
import { Pill } from '../../ui/controls'
import { Icon } from '../../ui/glyphs'
import { Sentence } from '../../ui/Sentence'
import { t } from '../../words/words'
import s from './problems.module.css'

export function ProblemsTab() {
  const problems = useInference((inference) => inference.problems)
  const state = useInference((inference) => inference.state)
  if (!problems.length) {
    return (
      <p className={s.none}>
        <Icon name="check" />
        {t(state === 'waiting' ? 'problems-looking' : 'problems-none')}
      </p>
    )
  }
  const sorted = problems.toSorted((a, b) => Number(a.severity === 'warning') - Number(b.severity === 'warning'))
  return (
    <ul className={s.list}>
      {sorted.map((problem, at) => (
        <Row key={`${problem.code} ${problem.nodes.join()} ${at}`} problem={problem} />
      ))}
    </ul>
  )
}

function Row({ problem }: { problem: Problem }) {
  const names = useGraph((graph) => problem.nodes.map((id) => graph.nodes[id]?.name ?? id).join(', '))
  return (
    <li className={s.row} data-severity={problem.severity}>
      <div className={s.text}>
        <h3>
          <Pill tone={problem.severity === 'error' ? 'bad' : 'warn'}>{t(`problems-${problem.severity}`)}</Pill>
          {problem.title}
          {problem.nodes.length > 0 && (
            <button type="button" onClick={() => select(problem.nodes, problem.edges)} title={t('problems-select')}>
              {names}
            </button>
          )}
        </h3>
        <p>
          <Sentence text={problem.message} />
        </p>
        <Why problem={problem} />
      </div>
      <div className={s.fixes}>
        <FixList problem={problem} />
      </div>
    </li>
  )
}
