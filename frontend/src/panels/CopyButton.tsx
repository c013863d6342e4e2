// Puts a text on the clipboard and says whether that worked.

import { useEffect, useState } from 'react'
import { Button } from '../ui/controls'
import { t } from '../words/words'
import { copyText } from './save'

export function CopyButton({ text, label = t('dock-copy') }: { text: () => string; label?: string }) {
  const [said, setSaid] = useState<string | null>(null)
  useEffect(() => {
    if (!said) return
    const timer = setTimeout(() => setSaid(null), 1600)
    return () => clearTimeout(timer)
  }, [said])
  return (
    <Button
      kind="quiet"
      small
      onClick={() =>
        void copyText(text()).then((done) => setSaid(t(done ? 'dock-copied' : 'dock-no-clipboard')))
      }
    >
      <span aria-live="polite">{said ?? label}</span>
    </Button>
  )
}
