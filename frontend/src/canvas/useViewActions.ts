// What is seen of the canvas, as actions: fit, full size, zoom, the map, the tool; and what is added at the pointer.

import { useReactFlow } from '@xyflow/react'
import type { RefObject } from 'react'
import { useActions, type Action } from '../actions/actions'
import { useDocument } from '../document/hooks'
import { useSelection } from '../document/selection'
import { openMenu } from './menu'
import { flowIdOf } from './noteId'
import { writeIn } from './noteEditing'
import { NOTE } from '../document/notes'
import { pace } from '../ui/theme'
import { pointerOn, wasPressed } from './pointer'
import { takeTool } from './pointing'
import { useLook } from './useFirstView'
import { toggleMap } from './viewing'

const QUICK = 120
const SMOOTH = 200
/** Around what is fitted. */
const MARGIN = 0.15

export function useViewActions(box: RefObject<HTMLDivElement | null>, search: () => void, tidy: () => void): void {
  const { graph, edit } = useDocument()
  const flow = useReactFlow()
  const look = useLook()

  useActions(() => {
    const selected = () => {
      const { nodes, notes } = useSelection.getState()
      return [...nodes, ...notes.map(flowIdOf)].map((id) => ({ id }))
    }
    const middle = () => {
      const { left = 0, top = 0, width = 0, height = 0 } = box.current?.getBoundingClientRect() ?? {}
      return { x: left + width / 2, y: top + height / 2 }
    }
    const addNote = () => {
      const { x, y } = flow.screenToFlowPosition(pointerOn(box.current) ?? middle())
      writeIn(edit.addNote({ x: x - NOTE.width / 2, y: y - 20 }))
    }
    const insert = () => {
      const [edge] = useSelection.getState().edges
      if (edge === undefined) return
      const at = pointerOn(box.current) ?? middle()
      openMenu({ purpose: { type: 'insert', edge }, at, place: flow.screenToFlowPosition(at) })
    }
    const actions: Action[] = [
      { id: 'add.search', title: 'canvas-search', keys: ['A'], run: search },
      {
        id: 'add.search-here',
        title: 'canvas-search',
        keys: ['Tab'],
        when: () => mayTab(box.current),
        unlisted: true,
        run: search,
      },
      {
        id: 'add.into-wire',
        title: 'canvas-insert',
        keys: ['I'],
        when: () => useSelection.getState().edges.length === 1 && !useSelection.getState().nodes.length,
        run: insert,
      },
      { id: 'add.note', title: 'canvas-add-note', keys: ['N'], run: addNote },
      { id: 'view.fit', title: 'canvas-fit', keys: ['F', 'Shift+1'], run: () => look(undefined, SMOOTH) },
      {
        id: 'view.fit-selection',
        title: 'canvas-fit-selection',
        keys: ['Shift+2'],
        when: () => selected().length > 0,
        run: () => void flow.fitView({ nodes: selected(), padding: MARGIN, maxZoom: 1.25, duration: pace(SMOOTH) }),
      },
      {
        id: 'view.full-size',
        title: 'canvas-full-size',
        keys: ['Shift+0'],
        run: () => void flow.zoomTo(1, { duration: pace(SMOOTH) }),
      },
      { id: 'view.zoom-in', title: 'canvas-zoom-in', keys: ['+', '='], run: () => void flow.zoomIn({ duration: pace(QUICK) }) },
      { id: 'view.zoom-out', title: 'canvas-zoom-out', keys: ['-'], run: () => void flow.zoomOut({ duration: pace(QUICK) }) },
      {
        id: 'view.tidy',
        title: 'canvas-tidy',
        keys: ['T'],
        when: () => Object.keys(graph.getState().nodes).length > 1,
        run: tidy,
      },
      { id: 'view.map', title: 'canvas-map', keys: ['M'], run: toggleMap },
      { id: 'view.hand', title: 'canvas-hand', keys: ['H'], run: () => takeTool('hand') },
      { id: 'view.select', title: 'canvas-select', keys: ['V'], run: () => takeTool('select') },
    ]
    const zooms = ['view.zoom-in', 'view.zoom-out']
    return actions.map((action) => ({ ...action, scope: 'canvas' as const, repeats: zooms.includes(action.id) }))
  }, [box, graph, edit, flow, look, tidy, search])
}

/** Tab walks the page as everywhere, until the canvas was pressed. */
function mayTab(area: HTMLElement | null): boolean {
  const active = document.activeElement
  return active === area || (active === document.body && wasPressed(area))
}
