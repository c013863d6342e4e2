// The fixes of a problem, one line each. Pointing at Preview shows on the canvas what would change.

import type { Problem } from '../contract'
import { useDocument } from '../document/hooks'
import { Button } from '../ui/controls'
import { useReadOnly } from '../ui/readOnly'
import { t } from '../words/words'
import { showGhost } from './ghost'
import s from './problemcard.module.css'

export function FixList({ problem }: { problem: Problem }) {
  const { edit } = useDocument()
  const held = useReadOnly()
  if (!problem.fixes.length || held) return null
  return (
    <ul className={s.fixes}>
      {problem.fixes.map((fix) => (
        <li key={fix.title}>
          <span title={fix.safe ? undefined : t('problems-changes-model')}>{fix.title}</span>
          <Button
            kind="link"
            data-fix
            aria-label={t('problems-preview-fix', { fix: fix.title })}
            onPointerEnter={() => showGhost(fix)}
            onPointerLeave={() => showGhost(null)}
            onFocus={() => showGhost(fix)}
            onBlur={() => showGhost(null)}
          >
            {t('problems-preview')}
          </Button>
          <Button
            kind="link"
            aria-label={t('problems-apply-fix', { fix: fix.title })}
            onClick={(event) => {
              const inCard = event.currentTarget.closest('[data-problem]') !== null
              showGhost(null)
              edit.applyFix(fix.edits)
              requestAnimationFrame(() => backTo(inCard, problem.nodes.at(-1)))
            }}
          >
            {t('problems-apply')}
          </Button>
        </li>
      ))}
    </ul>
  )
}

/** What was pressed goes with its problem: the focus goes on from what was mended or put in, or from the list that it stood in. */
function backTo(inCard: boolean, node: string | undefined): void {
  if (!inCard) return document.getElementById('tab-problems')?.focus()
  const mended = node && document.querySelector<HTMLElement>(`.react-flow__node[data-id="${CSS.escape(node)}"]`)
  const next = document.querySelector<HTMLElement>('.react-flow__node.selected') ?? mended
  if (next) next.focus({ preventScroll: true })
}
