// What mends a problem. Without a drawing, a preview is words: what would come, change and go.

import { useState } from 'react'
import { ghostsOf } from '../../canvas/ghost'
import { useCatalog } from '../../catalog/context'
import type { Fix, Problem } from '../../contract'
import { useDocument } from '../../document/hooks'
import { Button } from '../../ui/controls'
import { useReadOnly } from '../../ui/readOnly'
import { t } from '../../words/words'
import { focusRow } from './focus'
import s from './outline.module.css'

export function Fixes({ problem }: { problem: Problem }) {
  const { edit } = useDocument()
  const [previewed, preview] = useState<string | null>(null)
  const held = useReadOnly()
  if (!problem.fixes.length || held) return null
  const apply = (fix: Fix) => {
    edit.applyFix(fix.edits)
    focusRow(problem.nodes.at(-1))
  }
  return (
    <ul className={s.fixes}>
      {problem.fixes.map((fix) => (
        <li key={fix.title}>
          <span title={fix.safe ? undefined : t('problems-changes-model')}>{fix.title}</span>
          <Button
            kind="link"
            small
            data-fix
            aria-label={t('problems-preview-fix', { fix: fix.title })}
            aria-expanded={previewed === fix.title}
            onClick={() => preview(previewed === fix.title ? null : fix.title)}
          >
            {t('problems-preview')}
          </Button>
          <Button kind="link" small aria-label={t('problems-apply-fix', { fix: fix.title })} onClick={() => apply(fix)}>
            {t('problems-apply')}
          </Button>
          {previewed === fix.title && <InWords fix={fix} />}
        </li>
      ))}
    </ul>
  )
}

function InWords({ fix }: { fix: Fix }) {
  const { graph } = useDocument()
  const catalog = useCatalog()
  const { nodes, wires } = ghostsOf(fix, graph.getState(), catalog)
  return (
    <ul className={s.preview} role="status">
      {nodes.map((node) => (
        <li key={node.key} data-kind={node.kind}>
          {t(`outline-${node.kind}`, { name: node.name, line: node.line })}
        </li>
      ))}
      {!nodes.length && <li>{t('outline-wires-change', { n: wires.length })}</li>}
    </ul>
  )
}
