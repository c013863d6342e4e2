// Whether every node lies in the part of the canvas that is seen. Looked at when the canvas comes to rest, not in every frame.

import { useStoreApi, type ReactFlowState } from '@xyflow/react'
import { useEffect, useState } from 'react'
import { NODE_HEIGHT, NODE_WIDTH } from '../document/place'

const REST_MS = 120

export function useAllInSight(): boolean {
  const store = useStoreApi()
  const [all, setAll] = useState(true)
  useEffect(() => {
    let waiting: ReturnType<typeof setTimeout> | undefined
    const look = () => {
      waiting = undefined
      setAll(isAllInSight(store.getState()))
    }
    const off = store.subscribe((now, before) => {
      const same = now.transform === before.transform && now.nodes === before.nodes && now.width === before.width
      if (!same && waiting === undefined) waiting = setTimeout(look, REST_MS)
    })
    waiting = setTimeout(look, REST_MS)
    return () => {
      off()
      clearTimeout(waiting)
    }
  }, [store])
  return all
}

export function isAllInSight({ nodeLookup, transform, width, height }: ReactFlowState): boolean {
  const [dx, dy, zoom] = transform
  for (const { internals, measured } of nodeLookup.values()) {
    const left = internals.positionAbsolute.x * zoom + dx
    const top = internals.positionAbsolute.y * zoom + dy
    const right = left + (measured.width ?? NODE_WIDTH) * zoom
    const bottom = top + (measured.height ?? NODE_HEIGHT) * zoom
    if (left < 0 || top < 0 || right > width || bottom > height) return false
  }
  return true
}
