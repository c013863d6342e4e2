// The fixes of a problem, one line each. Pointing at Preview shows on the canvas what would change.

import type { Problem } from '../contract'
import { useDocument } from '../document/hooks'
import { Button } from '../ui/controls'
import { showGhost } from './ghost'
import s from './problemcard.module.css'

export function FixList({ problem }: { problem: Problem }) {
  const { edit } = useDocument()
  if (!problem.fixes.length) return null
  return (
    <ul className={s.fixes}>
      {problem.fixes.map((fix) => (
        <li key={fix.title}>
          <span title={fix.safe ? undefined : 'Changes what the model does'}>{fix.title}</span>
          <Button
            kind="link"
            aria-label={`Preview: ${fix.title}`}
            onPointerEnter={() => showGhost(fix)}
            onPointerLeave={() => showGhost(null)}
            onFocus={() => showGhost(fix)}
            onBlur={() => showGhost(null)}
          >
            Preview
          </Button>
          <Button
            kind="link"
            aria-label={`Apply: ${fix.title}`}
            onClick={() => {
              showGhost(null)
              edit.applyFix(fix.edits)
            }}
          >
            Apply
          </Button>
        </li>
      ))}
    </ul>
  )
}
