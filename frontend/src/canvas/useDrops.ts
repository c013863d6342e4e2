// What is carried from the palette lands here: on a wire it goes into it, elsewhere it stands where it was let go.

import { useReactFlow } from '@xyflow/react'
import { useEffect, type RefObject } from 'react'
import { useCatalog } from '../catalog/context'
import { goesIntoWires, isInner, namedIn, type Item } from '../catalog/starts'
import { freshNode } from '../document/adding'
import { useDocument } from '../document/hooks'
import { freeNear, NODE_HEIGHT, NODE_WIDTH } from '../document/place'
import { useAnswers } from '../fits/answers'
import { keyOf } from '../fits/place'
import { useServer } from '../server/ServerContext'
import { late } from '../ui/late'
import { takeDrops, useCarry } from './carry'
import { wireNear } from './wireNear'
import { useWiring } from './wiring'

const putting = late(() => import('./putSaved'))

interface Point {
  x: number
  y: number
}

export function useDrops(box: RefObject<HTMLDivElement | null>): void {
  const catalog = useCatalog()
  const document = useDocument()
  const { graph, inference, edit } = document
  const { api } = useServer()
  const { screenToFlowPosition } = useReactFlow()

  useEffect(() => {
    const inside = ({ x, y }: Point) => {
      const area = box.current?.getBoundingClientRect()
      return area !== undefined && x > area.left && x < area.right && y > area.top && y < area.bottom
    }
    const wireAt = (at: Point) => {
      const item = useCarry.getState().item
      return goesIntoWires(item) && inside(at) ? wireNear(screenToFlowPosition(at), graph.getState(), catalog) : null
    }
    /** With what has to be set so that it fits there, as far as it is known. */
    const fittedTo = (edge: string, item: Item): Item => {
      const key = keyOf({ type: 'into', edge }, graph.getState(), inference.getState())
      const fits = key === null ? null : useAnswers.getState().byKey.get(key)?.fits
      if (!isInner(item)) return item
      const said = fits?.layers.find((one) => one.layer === namedIn(item))
      return said && !said.problem ? { ...item, params: said.params, before: said.before } : item
    }
    return takeDrops({
      over: (at) => {
        const opened = at && wireAt(at)
        if (useWiring.getState().opened !== opened) useWiring.setState({ opened })
      },
      drop: (item, at) => {
        if (!inside(at)) return false
        const place = screenToFlowPosition(at)
        if (item.type === 'saved') {
          const corner = { x: place.x - NODE_WIDTH / 2, y: place.y - NODE_HEIGHT / 2 }
          void putting().then(({ putOrSay }) => putOrSay(api, document, item.block, corner))
          return true
        }
        const edge = goesIntoWires(item) ? wireNear(place, graph.getState(), catalog) : null
        const fitted = edge ? fittedTo(edge, item) : item
        const node = freshNode(graph.getState(), catalog, fitted)
        if (edge) edit.insertNode(node, edge, isInner(fitted) ? fitted.before : [])
        else {
          const wanted = { x: place.x - NODE_WIDTH / 2, y: place.y - NODE_HEIGHT / 2 }
          edit.addNode(node, { at: freeNear(Object.values(graph.getState().layout), wanted) })
        }
        box.current?.querySelector<HTMLElement>('.react-flow__pane')?.focus()
        return true
      },
    })
  }, [box, catalog, document, graph, inference, edit, api, screenToFlowPosition])
}
