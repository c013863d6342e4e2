// Puts a text on the clipboard and says whether that worked.

import { useEffect, useState } from 'react'
import { Button } from '../ui/controls'
import { copyText } from './save'

export function CopyButton({ text, label = 'Copy' }: { text: () => string; label?: string }) {
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
        void copyText(text()).then((done) => setSaid(done ? 'Copied' : 'No clipboard here: select and copy'))
      }
    >
      <span aria-live="polite">{said ?? label}</span>
    </Button>
  )
}
