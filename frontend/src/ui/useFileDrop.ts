// Files let go anywhere over the page; a window in front, and a part of the page that takes files itself, keep theirs.

import { useEffect, useEffectEvent, useState } from 'react'

/** True while files are carried over the page. */
export function useFileDrop(take: (files: readonly File[]) => void): boolean {
  const [over, setOver] = useState(false)
  const taken = useEffectEvent(take)
  useEffect(() => {
    const ours = (event: DragEvent) =>
      event.dataTransfer?.types.includes('Files') === true && !document.querySelector('dialog:modal')
    const drag = (event: DragEvent) => {
      if (!ours(event)) return
      event.preventDefault()
      setOver(true)
    }
    const leave = (event: DragEvent) => event.relatedTarget === null && setOver(false)
    const drop = (event: DragEvent) => {
      setOver(false)
      if (!ours(event) || event.defaultPrevented) return
      event.preventDefault()
      taken([...(event.dataTransfer?.files ?? [])])
    }
    addEventListener('dragover', drag)
    addEventListener('dragleave', leave)
    addEventListener('drop', drop)
    return () => {
      removeEventListener('dragover', drag)
      removeEventListener('dragleave', leave)
      removeEventListener('drop', drop)
    }
  }, [])
  return over
}
