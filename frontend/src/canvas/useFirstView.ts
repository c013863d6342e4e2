// The first look at a project: everything, but never smaller than can be read; what does not fit begins at its top.

import { useNodesInitialized, useReactFlow, useStoreApi } from '@xyflow/react'
import { useCallback, useEffect, useRef } from 'react'

const READABLE = 0.78
const MARGIN = 28

export function useFirstView(): void {
  const ready = useNodesInitialized()
  const look = useLook()
  const done = useRef(false)
  useEffect(() => {
    if (!ready || done.current) return
    done.current = true
    look(READABLE)
  }, [ready, look])
}

/** Shows everything. `least` is the smallest zoom it may come to. */
export function useLook(): (least?: number, duration?: number) => void {
  const { getNodes, getNodesBounds, setViewport } = useReactFlow()
  const store = useStoreApi()
  return useCallback(
    (least = 0.1, duration = 0) => {
      const nodes = getNodes()
      if (!nodes.length) return
      const { width, height } = store.getState()
      const bounds = getNodesBounds(nodes)
      const fit = Math.min((width - 2 * MARGIN) / bounds.width, (height - 2 * MARGIN) / bounds.height)
      const zoom = Math.max(least, Math.min(1, fit))
      const x = width / 2 - (bounds.x + bounds.width / 2) * zoom
      const middle = height / 2 - (bounds.y + bounds.height / 2) * zoom
      const y = bounds.height * zoom > height - 2 * MARGIN ? MARGIN - bounds.y * zoom : middle
      void setViewport({ x, y: least > 0.1 ? y : middle, zoom }, { duration })
    },
    [getNodes, getNodesBounds, setViewport, store],
  )
}
