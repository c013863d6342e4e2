// What is wrong with a node: at its field, or above all fields where it belongs to none. Apply is one step.

import type { Fix, Problem } from '../../contract'
import { useDocument, useInference } from '../../document/hooks'
import { Button } from '../../ui/controls'
import { useReadOnly } from '../../ui/readOnly'
import { Inline } from './DocText'
import s from './inspector.module.css'
import { t } from '../../words/words'

const NONE: readonly Problem[] = []

export function useProblems(node: string): readonly Problem[] {
  return useInference((inference) => inference.problemsByNode[node] ?? NONE)
}

/** Problems that stand at this field or, with `deep`, at one inside it: `kernel_regularizer.l2`. */
export function problemsAt(problems: readonly Problem[], place: string, deep = false): readonly Problem[] {
  if (!problems.length) return NONE
  return problems.filter((problem) => problem.place === place || (deep && problem.place.startsWith(`${place}.`)))
}

export function ProblemNote({ problem }: { problem: Problem }) {
  return (
    <div className={s.problem} data-severity={problem.severity}>
      <p>
        <Inline text={problem.message} />
      </p>
      <Fixes fixes={problem.fixes} />
    </div>
  )
}

/** Those that belong to no field shown here. */
export function ProblemCards({ problems, places }: { problems: readonly Problem[]; places: ReadonlySet<string> }) {
  const rest = problems.filter((problem) => !places.has(problem.place.split('.')[0] ?? ''))
  if (!rest.length) return null
  return (
    <div className={s.problems}>
      {rest.map((problem) => (
        <section key={`${problem.code} ${problem.place} ${problem.title}`} className={s.problemCard} data-severity={problem.severity}>
          <h3>{problem.title}</h3>
          <p>
            <Inline text={problem.message} />
          </p>
          <Fixes fixes={problem.fixes} />
        </section>
      ))}
    </div>
  )
}

function Fixes({ fixes }: { fixes: readonly Fix[] }) {
  const { edit } = useDocument()
  const held = useReadOnly()
  if (!fixes.length || held) return null
  return (
    <div className={s.fixes}>
      {fixes.map((fix) => (
        <Button
          key={fix.title}
          kind="link"
          title={fix.safe ? undefined : t('inspector-changes-meaning')}
          onClick={() => edit.applyFix(fix.edits)}
        >
          {fix.title}
        </Button>
      ))}
    </div>
  )
}
