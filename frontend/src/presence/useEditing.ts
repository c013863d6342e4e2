// The field of the inspector that has the focus, as the others are told: which node, and by which name the field goes.

import { useEffect } from 'react'
import type { Shown } from '../document/people'
import { useSelection } from '../document/selection'

export function useEditing(show: (part: Partial<Shown>) => void): void {
  useEffect(() => {
    const look = () => {
      const field = document.activeElement?.closest<HTMLElement>('[data-region="inspector"] [data-field]')?.dataset.field
      const [node, second] = useSelection.getState().nodes
      show({ editing: field && node !== undefined && second === undefined ? { node, field } : null })
    }
    // The focus is nowhere for a moment while it moves on.
    const later = () => setTimeout(look)
    addEventListener('focusin', later)
    addEventListener('focusout', later)
    const off = useSelection.subscribe(later)
    look()
    return () => {
      removeEventListener('focusin', later)
      removeEventListener('focusout', later)
      off()
    }
  }, [show])
}
