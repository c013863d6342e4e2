// The problem that matters now, beside the node it is about: the sentence, the evidence, the fixes. Apply is one step.

import { useEffect, useState } from 'react'
import type { Problem } from '../contract'
import { useInference } from '../document/hooks'
import { useSelection } from '../document/selection'
import { IconButton } from '../ui/controls'
import { Icon } from '../ui/glyphs'
import { Beside } from './Beside'
import { FixList } from './FixList'
import s from './problemcard.module.css'
import { Sentence } from '../ui/Sentence'
import { t } from '../words/words'
import { Why } from './Why'

/** What the inspector says beside its field, and what the drawing says by itself, needs no card in the way. */
function isWorthACard(problem: Problem): boolean {
  return problem.code !== 'input_missing' && (problem.fixes.length > 0 || problem.edges.length > 0)
}

const keyOf = (problem: Problem) => `${problem.code} ${problem.nodes.join()} ${problem.message}`

export function ProblemCard() {
  const problems = useInference((inference) => inference.problems)
  const selected = useSelection((selection) => selection.nodes)
  const [dismissed, setDismissed] = useState<ReadonlySet<string>>(new Set())

  useEffect(() => {
    setDismissed((old) => {
      const there = new Set(problems.map(keyOf))
      const kept = [...old].filter((key) => there.has(key))
      return kept.length === old.size ? old : new Set(kept)
    })
  }, [problems])

  const problem = foremost(problems, selected, dismissed)
  const node = problem?.nodes.find((id) => selected.includes(id)) ?? problem?.nodes.at(-1)
  if (!problem || !node) return null
  const dismiss = () => setDismissed(new Set(dismissed).add(keyOf(problem)))
  return (
    <Beside node={node}>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Escape leaves it */}
      <section
        className={`${s.card} nowheel`}
        data-severity={problem.edges.length ? 'error' : problem.severity}
        aria-label={t('problems-about', { title: problem.title })}
        data-problem
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return
          event.preventDefault()
          document.querySelector<HTMLElement>(`.react-flow__node[data-id="${CSS.escape(node)}"]`)?.focus()
        }}
      >
        <header>
          <h2>{problem.title}</h2>
          <IconButton small label={t('ui-close')} className={s.close ?? ''} onClick={dismiss}>
            <Icon name="close" size={12} />
          </IconButton>
        </header>
        <p>
          <Sentence text={problem.message} />
        </p>
        <FixList problem={problem} />
        <Why problem={problem} />
      </section>
    </Beside>
  )
}

/** Of what is selected first; else a wire that carries the wrong shape. What is only unfinished stays quiet on its node. */
function foremost(
  problems: readonly Problem[],
  selected: readonly string[],
  dismissed: ReadonlySet<string>,
): Problem | undefined {
  const open = problems.filter((problem) => problem.nodes.length && !dismissed.has(keyOf(problem)))
  const here = open.filter((problem) => problem.nodes.some((id) => selected.includes(id)))
  if (here.length)
    return here.find((problem) => problem.severity === 'error' && isWorthACard(problem)) ?? here.find(isWorthACard)
  return open.find((problem) => problem.edges.length > 0)
}
