// The focus follows the selection on the drawing: whoever adds, mends, undoes or goes to a node by keyboard stands on it.
// A person who is elsewhere stays there and is told.

import { useEffect } from 'react'
import { aloud } from '../catalog/aloud'
import { useCatalog } from '../catalog/context'
import { useDocument } from '../document/hooks'
import { useSelection } from '../document/selection'
import { announce } from '../ui/announce'
import { t } from '../words/words'
import { focusNode } from './drawing'

export function useFocusFollows(): void {
  const { graph, inference } = useDocument()
  const catalog = useCatalog()

  useEffect(() => {
    const about = (id: string) => aloud(id, catalog, graph.getState(), inference.getState())
    const offSelection = useSelection.subscribe((now, before) => {
      const [id] = now.nodes
      if (now.nodes.length !== 1 || id === undefined || id === before.nodes[0]) return
      requestAnimationFrame(() => {
        const { activeElement } = document
        if (!activeElement || activeElement === document.body) focusNode(id)
        else if (!activeElement.closest('[data-scope]')) {
          const name = graph.getState().nodes[id]?.name ?? ''
          announce(t('frame-says-selected', { name }))
        }
      })
    })
    // What a node or a wire is called is on it; what flows there, and what is wrong, is said after it.
    const focused = (event: FocusEvent) => {
      const part = (event.target as Element).closest<HTMLElement | SVGElement>('.react-flow__node, .react-flow__edge')
      const text = part?.dataset.id === undefined ? '' : about(part.dataset.id)
      if (text && part === event.target) announce(text)
    }
    addEventListener('focusin', focused)
    return () => {
      offSelection()
      removeEventListener('focusin', focused)
    }
  }, [graph, inference, catalog])
}
