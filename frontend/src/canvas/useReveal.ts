// What was just selected comes into view, when it stands outside it.

import { useReactFlow, useStoreApi } from '@xyflow/react'
import { useEffect } from 'react'
import { useDocument } from '../document/hooks'
import { NODE_HEIGHT, NODE_WIDTH } from '../document/place'
import { useSelection } from '../document/selection'
import { pace } from '../ui/theme'

const MARGIN = 24

export function useReveal(): void {
  const { graph } = useDocument()
  const flow = useReactFlow()
  const store = useStoreApi()

  useEffect(() => {
    const reveal = (id: string) => {
      const place = graph.getState().layout[id]
      if (!place) return
      const { x, y, zoom } = flow.getViewport()
      const { width, height } = store.getState()
      const left = place.x * zoom + x
      const top = place.y * zoom + y
      const right = left + NODE_WIDTH * zoom
      const bottom = top + NODE_HEIGHT * zoom
      // What stands in sight stays where it is, near the edge too: it may just have been put there by hand.
      const dx = left < 0 ? MARGIN - left : right > width ? width - MARGIN - right : 0
      const dy = top < 0 ? MARGIN - top : bottom > height ? height - MARGIN - bottom : 0
      if (dx || dy) void flow.setViewport({ x: x + dx, y: y + dy, zoom }, { duration: pace(180) })
    }
    let frame = 0
    const soon = (id: string, frames = 1) => {
      frame = requestAnimationFrame(() => (frames > 1 ? soon(id, frames - 1) : reveal(id)))
    }
    const off = useSelection.subscribe((now, before) => {
      if (now.nodes.length === 1 && now.nodes[0] !== before.nodes[0]) soon(now.nodes[0] ?? '')
    })
    // What brought us here, into a block that is larger than the window.
    const { nodes } = useSelection.getState()
    if (nodes.length === 1) soon(nodes[0] ?? '', 3)
    return () => {
      off()
      cancelAnimationFrame(frame)
    }
  }, [graph, flow, store])
}
