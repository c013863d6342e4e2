// What Keras said of a problem, word for word, and where it said it: one press away, in the way of nobody.

import { useState } from 'react'
import type { Problem } from '../contract'
import { Button } from '../ui/controls'
import { t } from '../words/words'
import s from './problemcard.module.css'

export function Why({ problem }: { problem: Problem }) {
  const [open, setOpen] = useState(false)
  if (!problem.evidence && !problem.traceback) return null
  return (
    <div className={s.why}>
      <Button kind="link" small aria-expanded={open} onClick={() => setOpen(!open)}>
        {t(open ? 'problems-less' : 'problems-why')}
      </Button>
      {open && problem.evidence && <pre>{problem.evidence}</pre>}
      {open && problem.traceback && <pre aria-label={t('problems-traceback')}>{problem.traceback}</pre>}
    </div>
  )
}
