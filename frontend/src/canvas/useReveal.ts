// What was just selected comes into view, when it stands outside it.

import { useReactFlow, useStoreApi } from '@xyflow/react'
import { useEffect } from 'react'
import { useDocument } from '../document/hooks'
import { NODE_HEIGHT, NODE_WIDTH } from '../document/place'
import { useSelection } from '../document/selection'

const MARGIN = 24

export function useReveal(): void {
  const { graph } = useDocument()
  const flow = useReactFlow()
  const store = useStoreApi()

  useEffect(
    () =>
      useSelection.subscribe((now, before) => {
        if (now.nodes.length !== 1 || now.nodes[0] === before.nodes[0]) return
        const id = now.nodes[0] ?? ''
        requestAnimationFrame(() => {
          const place = graph.getState().layout[id]
          if (!place) return
          const { x, y, zoom } = flow.getViewport()
          const { width, height } = store.getState()
          const left = place.x * zoom + x
          const top = place.y * zoom + y
          const right = left + NODE_WIDTH * zoom
          const bottom = top + NODE_HEIGHT * zoom
          const dx = left < MARGIN ? MARGIN - left : right > width - MARGIN ? width - MARGIN - right : 0
          const dy = top < MARGIN ? MARGIN - top : bottom > height - MARGIN ? height - MARGIN - bottom : 0
          if (dx || dy) void flow.setViewport({ x: x + dx, y: y + dy, zoom }, { duration: 180 })
        })
      }),
    [graph, flow, store],
  )
}
