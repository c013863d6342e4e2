// Moving nodes and notes with the pointer, and the keys that change what a move does.

import { useStoreApi, type Node } from '@xyflow/react'
import { useEffect, useMemo, useState } from 'react'
import { useCatalog } from '../catalog/context'
import { useDocument } from '../document/hooks'
import type { Flow } from './flow'
import { handOf } from './hand'

export function useDragging(flow: Flow) {
  // The first one stays: operations that come later join it, and a hand made anew would let go of what it holds.
  const [catalog] = useState(useCatalog())
  const document = useDocument()
  const store = useStoreApi()
  const hand = useMemo(() => handOf(flow, document, catalog, store.getState), [flow, document, catalog, store])

  useEffect(() => {
    addEventListener('keydown', hand.key, true)
    addEventListener('keyup', hand.key, true)
    return () => {
      removeEventListener('keydown', hand.key, true)
      removeEventListener('keyup', hand.key, true)
    }
  }, [hand])

  return useMemo(
    () => ({
      leaveDrag: hand.leave,
      onNodesChange: hand.onNodesChange,
      onNodeDragStart: (event: MouseEvent | TouchEvent, _: Node, all: Node[]) => hand.begin(event, all),
      onNodeDragStop: hand.end,
    }),
    [hand],
  )
}
