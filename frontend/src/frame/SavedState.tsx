// Whether the last edit is safe, in one word or a short sentence.

import { useEffect } from 'react'
import { useSync } from '../document/hooks'
import { t } from '../words/words'
import s from './frame.module.css'

export function SavedState() {
  const online = useSync((sync) => sync.online)
  const unsaved = useSync((sync) => sync.unsaved)
  const loaded = useSync((sync) => sync.loaded)

  useEffect(() => {
    if (!unsaved) return
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    addEventListener('beforeunload', ask)
    return () => removeEventListener('beforeunload', ask)
  }, [unsaved])

  const offline = unsaved ? t('frame-offline-unsaved', { n: unsaved }) : t('frame-offline')
  const text = !loaded ? t('frame-opening') : !online ? offline : t(unsaved ? 'frame-saving' : 'frame-saved')
  return (
    <span
      className={s.saved}
      data-offline={(loaded && !online) || undefined}
      data-safe={(loaded && online && !unsaved) || undefined}
      role="status"
      data-testid="saved"
    >
      {text}
    </span>
  )
}
