// What is carried from the palette lands here: on a wire it goes into it, elsewhere it stands where it was let go.

import { useReactFlow } from '@xyflow/react'
import { useEffect, type RefObject } from 'react'
import { useCatalog } from '../catalog/context'
import { freshNode } from '../document/adding'
import { useDocument } from '../document/hooks'
import { freeNear, NODE_HEIGHT, NODE_WIDTH } from '../document/place'
import { takeDrops, useCarry } from './carry'
import { wireNear } from './wireNear'
import { useWiring } from './wiring'

interface Point {
  x: number
  y: number
}

export function useDrops(box: RefObject<HTMLDivElement | null>): void {
  const catalog = useCatalog()
  const { graph, edit } = useDocument()
  const { screenToFlowPosition } = useReactFlow()

  useEffect(() => {
    const inside = ({ x, y }: Point) => {
      const area = box.current?.getBoundingClientRect()
      return area !== undefined && x > area.left && x < area.right && y > area.top && y < area.bottom
    }
    const wireAt = (at: Point) => {
      const item = useCarry.getState().item
      return item?.type === 'layer' && inside(at) ? wireNear(screenToFlowPosition(at), graph.getState(), catalog) : null
    }
    return takeDrops({
      over: (at) => {
        const opened = at && wireAt(at)
        if (useWiring.getState().opened !== opened) useWiring.setState({ opened })
      },
      drop: (item, at) => {
        if (!inside(at)) return false
        const node = freshNode(graph.getState(), catalog, item)
        const place = screenToFlowPosition(at)
        const edge = item.type === 'layer' ? wireNear(place, graph.getState(), catalog) : null
        if (edge) edit.insertNode(node, edge)
        else {
          const wanted = { x: place.x - NODE_WIDTH / 2, y: place.y - NODE_HEIGHT / 2 }
          edit.addNode(node, { at: freeNear(Object.values(graph.getState().layout), wanted) })
        }
        box.current?.querySelector<HTMLElement>('.react-flow__pane')?.focus()
        return true
      },
    })
  }, [box, catalog, graph, edit, screenToFlowPosition])
}
