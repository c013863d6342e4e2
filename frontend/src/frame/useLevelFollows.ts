// The drawing shows the block in which the selected thing stands: whoever goes to a node, a wire or a problem in it, or undoes something there, sees it.

import { useEffect } from 'react'
import { useDocument } from '../document/hooks'
import { goWhere } from '../document/level'
import { useSelection } from '../document/selection'

export function useLevelFollows(): void {
  const { graph } = useDocument()
  useEffect(
    () =>
      useSelection.subscribe((now, before) => {
        const { nodes, edges } = graph.getState()
        const id = now.nodes.at(-1) ?? edges[now.edges[0] ?? '']?.source
        if (id !== undefined && id !== before.nodes.at(-1)) goWhere(nodes, id)
      }),
    [graph],
  )
}
