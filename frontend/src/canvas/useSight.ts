// In a large network the browser is told what stands far out of sight: nodes keep their place, name and focus but draw nothing, wires
// and shapes are left out. Marks elements, never draws React again; told anew when the view leaves what was last marked.

import { useStoreApi, type InternalNode, type ReactFlowState } from '@xyflow/react'
import { useEffect } from 'react'
import { NODE_HEIGHT, NODE_WIDTH, type Box } from '../document/place'

/** Fewer are drawn whole. */
const MANY = 100
/** Of the view's size, on each side of it. */
const AROUND = 0.5
/** Times the view's width: so wide a part is drawn for little. */
const MUCH = 3
/** Between two looks while nodes move, and from the last turn of the wheel until what left the sight is put away. */
const REST_MS = 150

export function useSight(): void {
  const store = useStoreApi()
  useEffect(() => {
    const away = new Set<string>()
    let marked: Box | null = null
    let waiting: ReturnType<typeof setTimeout> | undefined

    const mark = () => {
      waiting = undefined
      const now = store.getState()
      marked = now.nodeLookup.size < MANY ? null : widened(viewOf(now))
      const there = marked
      const next = new Set<string>()
      if (there) {
        for (const [id, node] of now.nodeLookup) if (!touches(there, boxOf(node))) next.add(id)
        for (const { id, source, target } of now.edges) {
          const [from, to] = [now.nodeLookup.get(source), now.nodeLookup.get(target)]
          if (from && to && !touches(there, spanned(boxOf(from), boxOf(to)))) next.add(id)
        }
      }
      show(now.domNode, away, next)
    }
    const later = () => {
      waiting ??= setTimeout(mark, REST_MS)
    }
    const atRest = () => {
      clearTimeout(waiting)
      waiting = setTimeout(mark, REST_MS)
    }
    const off = store.subscribe((now, before) => {
      if (now.nodes !== before.nodes || now.edges !== before.edges) later()
      else if (now.transform !== before.transform || now.width !== before.width || now.height !== before.height) {
        if (now.nodeLookup.size < MANY) return
        const view = viewOf(now)
        // What comes into sight is shown at once; what has left it is put away when the view rests.
        if (!marked || !holds(marked, view)) mark()
        else if (marked.width > MUCH * view.width) atRest()
      }
    })
    later()
    return () => {
      off()
      clearTimeout(waiting)
    }
  }, [store])
}

/** Writes down what has changed only. */
function show(area: Element | null, away: Set<string>, next: ReadonlySet<string>): void {
  const changed = [...away].some((id) => !next.has(id)) || [...next].some((id) => !away.has(id))
  if (!area || !changed) return
  for (const element of area.querySelectorAll<HTMLElement>('.react-flow__node, .react-flow__edge, [data-wire]')) {
    const { id, wire } = element.dataset
    const hidden = next.has(wire ?? id ?? '')
    // Each wire is a picture of its own.
    const marked = element.classList.contains('react-flow__edge') ? element.parentElement : element
    if (marked && marked.hasAttribute('data-away') !== hidden) marked.toggleAttribute('data-away', hidden)
  }
  away.clear()
  for (const id of next) away.add(id)
}

function viewOf({ transform: [left, top, zoom], width, height }: ReactFlowState): Box {
  return { x: -left / zoom, y: -top / zoom, width: width / zoom, height: height / zoom }
}

function widened({ x, y, width, height }: Box): Box {
  return {
    x: x - AROUND * width,
    y: y - AROUND * height,
    width: width * (1 + 2 * AROUND),
    height: height * (1 + 2 * AROUND),
  }
}

function boxOf({ internals: { positionAbsolute }, measured }: InternalNode): Box {
  return { ...positionAbsolute, width: measured.width ?? NODE_WIDTH, height: measured.height ?? NODE_HEIGHT }
}

/** A wire may swing out by as much as it is long, and no further than this. */
const SWING = 420

function spanned(a: Box, b: Box): Box {
  const [x, y] = [Math.min(a.x, b.x) - SWING, Math.min(a.y, b.y)]
  return {
    x,
    y,
    width: Math.max(a.x + a.width, b.x + b.width) + SWING - x,
    height: Math.max(a.y + a.height, b.y + b.height) - y,
  }
}

function touches(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height
}

function holds(a: Box, b: Box): boolean {
  return a.x <= b.x && a.y <= b.y && a.x + a.width >= b.x + b.width && a.y + a.height >= b.y + b.height
}
