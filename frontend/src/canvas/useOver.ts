// While a wire is in the hand: what lies under the pointer, and in which port of it the wire would end.

import { useEffect } from 'react'
import { useCatalog } from '../catalog/context'
import { useDocument } from '../document/hooks'
import { noteIn } from './noteId'
import { endAt, useWiring, type Over } from './wiring'

export function useOver(): void {
  const catalog = useCatalog()
  const { graph } = useDocument()
  const wiring = useWiring(({ from }) => from !== null)
  useEffect(() => {
    if (!wiring) return
    let last: string | null = null
    const look = (event: PointerEvent) => {
      const { from, pulled } = useWiring.getState()
      if (!from) return
      const { body, empty } = bodyAt({ x: event.clientX, y: event.clientY })
      const key = body ?? (empty ? ' ' : '')
      if (key === last) return
      last = key
      useWiring.setState({ over: overOf(body) ?? (empty ? { type: 'canvas' } : null) })

      function overOf(node: string | null): Over {
        if (!node || node === from?.node || !from) return null
        const end = endAt(catalog, graph.getState(), from, node, pulled)
        return 'code' in end ? { type: 'refused', reason: end.reason } : { type: 'port', node, port: end.port }
      }
    }
    addEventListener('pointermove', look)
    return () => removeEventListener('pointermove', look)
  }, [wiring, catalog, graph])
}

/** The node under a point of the screen; a note is no hindrance. */
export function bodyAt(at: { x: number; y: number }): { body: string | null; empty: boolean } {
  const over = document.elementFromPoint(at.x, at.y)
  const id = over?.closest<HTMLElement>('.react-flow__node')?.dataset.id
  const body = id !== undefined && noteIn(id) === null ? id : null
  return { body, empty: !body && over?.closest('.react-flow__pane') != null }
}
