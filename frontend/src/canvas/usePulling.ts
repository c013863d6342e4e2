// Taking hold of a wire that is there: by its nearer end, or by the input it arrives at. From then on it is drawn like a new one, from
// the end that stays; React Flow is told so with a press on that end's handle.

import { useReactFlow } from '@xyflow/react'
import { useEffect, type RefObject } from 'react'
import type { CatalogIndex } from '../catalog/catalog'
import { useCatalog } from '../catalog/context'
import { inputsOf } from '../catalog/ports'
import type { Edge, Position } from '../contract'
import type { GraphSnapshot } from '../document/graph'
import { useDocument } from '../document/hooks'
import { linksOf } from '../document/links'
import { useSelection } from '../document/selection'
import { useReadOnly } from '../ui/readOnly'
import { endsOf } from './wireNear'
import { useWiring } from './wiring'

interface Grip {
  edge: string
  end: 'source' | 'target'
}

export function usePulling(box: RefObject<HTMLDivElement | null>): void {
  const catalog = useCatalog()
  const { graph } = useDocument()
  const held = useReadOnly()
  const { screenToFlowPosition } = useReactFlow()

  useEffect(() => {
    const area = box.current
    if (!area || held) return
    const press = (event: MouseEvent | TouchEvent) => {
      if (!event.isTrusted || ('button' in event ? event.button !== 0 : event.touches.length > 1)) return
      if (event.shiftKey || event.ctrlKey || event.metaKey) return
      const point = 'touches' in event ? event.touches[0] : event
      const target = event.target as Element
      if (!point) return
      const at = { x: point.clientX, y: point.clientY }
      const now = graph.getState()
      const grip = onWire(target, screenToFlowPosition(at), now, catalog) ?? onPort(target, now, catalog)
      const handle = grip && handleAtOtherEnd(area, now.edges[grip.edge], grip.end)
      if (!grip || !handle) return
      event.stopPropagation()
      useWiring.setState({ pulled: grip.edge })
      const init = { bubbles: true, view: window, button: 0, clientX: at.x, clientY: at.y }
      handle.dispatchEvent(new MouseEvent('mousedown', init))
      // A press that moves nothing is a click on the wire: nothing was taken.
      const done = () => !useWiring.getState().from && useWiring.setState({ pulled: null })
      addEventListener(event.type === 'mousedown' ? 'mouseup' : 'touchend', done, { once: true })
    }
    area.addEventListener('mousedown', press, true)
    area.addEventListener('touchstart', press, { capture: true, passive: true })
    return () => {
      area.removeEventListener('mousedown', press, true)
      area.removeEventListener('touchstart', press, true)
    }
  }, [box, catalog, graph, screenToFlowPosition, held])
}

function onWire(target: Element, at: Position, graph: GraphSnapshot, catalog: CatalogIndex): Grip | null {
  const edge = target.closest<SVGElement>('.react-flow__edge')?.dataset.id
  const ends = edge && endsOf(edge, graph, catalog)
  if (!edge || !ends) return null
  const far = (end: Position) => Math.hypot(end.x - at.x, end.y - at.y)
  return { edge, end: far(ends.start) < far(ends.end) ? 'source' : 'target' }
}

/** An input with one wire gives it away. Of several, the one that is selected; with none selected a new one begins. */
function onPort(target: Element, graph: GraphSnapshot, catalog: CatalogIndex): Grip | null {
  const { nodeid = '', handleid } = target.closest<HTMLElement>('.react-flow__handle.target')?.dataset ?? {}
  const node = graph.nodes[nodeid]
  if (!node) return null
  const there = linksOf(graph.edges)
    .into(nodeid)
    .filter((link) => link.target_port === handleid)
  const many = inputsOf(catalog, graph.nodes, node).some((port) => port.name === handleid && port.many)
  const chosen = new Set(useSelection.getState().edges)
  const link = many ? there.find(({ id }) => chosen.has(id)) : there[0]
  return link ? { edge: link.id, end: 'target' } : null
}

function handleAtOtherEnd(area: Element, wire: Edge | undefined, end: Grip['end']): Element | null {
  if (!wire) return null
  const [side, node, port] =
    end === 'target' ? ['source', wire.source, wire.source_port] : ['target', wire.target, wire.target_port]
  const all = area.querySelectorAll<HTMLElement>(`.react-flow__handle.${side}[data-nodeid="${CSS.escape(node ?? '')}"]`)
  return [...all].find((handle) => handle.dataset.handleid === port) ?? null
}
