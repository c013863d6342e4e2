// The first look at a project: everything, but never smaller than can be read; what does not fit begins at its top.

import { useReactFlow, useStoreApi, type Viewport } from '@xyflow/react'
import { useCallback, useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react'
import type { Position } from '../contract'
import type { GraphSnapshot } from '../document/graph'
import { useDocument } from '../document/hooks'
import { around, NODE_HEIGHT, NODE_WIDTH, type Box } from '../document/place'
import { pace } from '../ui/theme'
import { placesOf } from './drawing'
import { viewKept } from './levels'
import { isAllInSight } from './useAllInSight'

const READABLE = 0.72
const LEAST = 0.1
const MARGIN = 28
/** At the bottom, where the tools stand. */
const TOOLS = 72

interface Size {
  width: number
  height: number
}

/** Null until the canvas has been measured; then the view to begin with, and the part of the drawing it shows. */
export function useFirstView(box: RefObject<HTMLElement | null>): { viewport: Viewport; shown: Box } | null {
  const document = useDocument()
  const { graph } = document
  const [first, setFirst] = useState<{ viewport: Viewport; shown: Box } | null>(null)
  const wasEmpty = useRef(true)
  useLayoutEffect(() => {
    const size = box.current?.getBoundingClientRect()
    if (!size) return
    const bounds = boundsOf(graph.getState())
    wasEmpty.current = !bounds
    const viewport = viewKept(document) ?? (bounds ? viewOf(bounds, size, READABLE) : { x: 0, y: 0, zoom: 1 })
    const { x, y, zoom } = viewport
    setFirst({ viewport, shown: { x: -x / zoom, y: -y / zoom, width: size.width / zoom, height: size.height / zoom } })
  }, [box, document, graph])
  useLookAtFirst(wasEmpty)
  return first
}

/** What is put on an empty canvas in sight stays where it was put; what comes to lie outside is looked at. */
function useLookAtFirst(wasEmpty: RefObject<boolean>): void {
  const look = useLook()
  const store = useStoreApi()
  useEffect(() => {
    if (!wasEmpty.current) return
    const off = store.subscribe(({ nodesInitialized, nodes }) => {
      if (!nodesInitialized || !nodes.length) return
      off()
      if (!isAllInSight(store.getState())) look(READABLE)
    })
    return off
  }, [wasEmpty, look, store])
}

function boundsOf(graph: GraphSnapshot): Box | null {
  const cards = Object.values(placesOf(graph)).map((at) => ({ ...at, width: NODE_WIDTH, height: NODE_HEIGHT }))
  return around([...cards, ...Object.values(graph.notes)])
}

function viewOf(bounds: Box, { width, height }: Size, least: number): Viewport {
  const free = height - MARGIN - TOOLS
  const fit = Math.min((width - 2 * MARGIN) / bounds.width, free / bounds.height)
  const zoom = Math.max(least, Math.min(1, fit))
  const x = width / 2 - (bounds.x + bounds.width / 2) * zoom
  const middle = MARGIN + free / 2 - (bounds.y + bounds.height / 2) * zoom
  const y = bounds.height * zoom > free ? MARGIN - bounds.y * zoom : middle
  return { x, y: least > LEAST ? y : middle, zoom }
}

type Look = (least?: number, duration?: number, places?: Readonly<Record<string, Position>>) => void

/** Shows everything. `least` is the smallest zoom it may come to; `places`, where nodes are about to stand. */
export function useLook(): Look {
  const { getNodes, setViewport } = useReactFlow()
  const store = useStoreApi()
  return useCallback<Look>(
    (least = LEAST, duration = 0, places = {}) => {
      const bounds = around(
        getNodes().map(({ id, position, measured }) => ({
          ...(places[id] ?? position),
          width: measured?.width ?? NODE_WIDTH,
          height: measured?.height ?? NODE_HEIGHT,
        })),
      )
      if (bounds) void setViewport(viewOf(bounds, store.getState(), least), { duration: pace(duration) })
    },
    [getNodes, setViewport, store],
  )
}
