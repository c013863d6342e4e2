// What an edited script would do, before it is done: the graph as it is and as it would be, laid over each other.

import { useMemo } from 'react'
import { Laid } from '../compare/Laid'
import { Summary } from '../compare/Summary'
import type { EditedSource } from '../contract'
import { Button } from '../ui/controls'
import { Dialog } from '../ui/Dialog'
import { Sentence } from '../ui/Sentence'
import { t } from '../words/words'
import s from './coding.module.css'
import { placed } from './placed'

interface PreviewProps {
  found: EditedSource
  remarks: readonly string[]
  onApply: () => void
  onBack: () => void
}

export function Preview({ found, remarks, onApply, onBack }: PreviewProps) {
  const comparison = useMemo(() => placed(found), [found])
  return (
    <Dialog title={t('coding-preview-title')} onClose={onBack} className={s.preview}>
      <div className={s.found}>
        <div className={s.bar}>
          <Summary diff={found.comparison.diff} />
          <Button kind="primary" data-first disabled={!found.edits.length} onClick={onApply}>
            {t('coding-apply')}
          </Button>
          <Button kind="quiet" onClick={onBack}>
            {t('coding-back')}
          </Button>
        </div>
        {remarks.length > 0 && (
          <ul className={s.remarks} aria-label={t('coding-left')}>
            {remarks.map((one) => (
              <li key={one}>
                <Sentence text={one} />
              </li>
            ))}
          </ul>
        )}
        <Laid comparison={comparison} />
      </div>
    </Dialog>
  )
}
