// Keeps a card beside a node: on the side where it hides least and stays in sight. It does not shrink with the zoom.

import { useStore, type ReactFlowState } from '@xyflow/react'
import { useCallback, useLayoutEffect, useRef, useState, type ReactNode } from 'react'
import { NODE_HEIGHT, NODE_WIDTH } from '../document/place'
import { useGhost } from './ghost'
import s from './problemcard.module.css'

const GAP = 16
/** Above and below there is room for the wire and its shape. */
const HIGH = 38
const EDGE = 10
/** The upper right corner, where the views are switched. */
const SWITCH = { width: 220, height: 50 }

interface Size {
  width: number
  height: number
}

interface Box extends Size {
  x: number
  y: number
}

export function Beside({ node, children }: { node: string; children: ReactNode }) {
  const card = useRef<HTMLDivElement>(null)
  const [size, setSize] = useState<Size>({ width: 320, height: 200 })
  useLayoutEffect(() => {
    if (!card.current) return
    const watch = new ResizeObserver(([entry]) => {
      const box = entry?.borderBoxSize[0]
      if (box) setSize({ width: box.inlineSize, height: box.blockSize })
    })
    watch.observe(card.current)
    return () => watch.disconnect()
  }, [])
  // A string, so that it draws again only when the place changes.
  const place = useStore(useCallback((flow: ReactFlowState) => placeOf(flow, node, size), [node, size]))
  const previewing = useGhost((state) => state.fix !== null)
  return (
    <div
      ref={card}
      className={s.beside}
      data-faint={previewing || undefined}
      style={place ? { transform: place } : { display: 'none' }}
    >
      {children}
    </div>
  )
}

function placeOf({ nodeLookup, transform, width, height }: ReactFlowState, id: string, card: Size): string | null {
  const [dx, dy, zoom] = transform
  const boxes: Box[] = []
  let self: Box | null = null
  for (const node of nodeLookup.values()) {
    const { x, y } = node.internals.positionAbsolute
    const box = {
      x: x * zoom + dx,
      y: y * zoom + dy,
      width: (node.measured.width ?? NODE_WIDTH) * zoom,
      height: (node.measured.height ?? NODE_HEIGHT) * zoom,
    }
    if (node.id === id) self = box
    else boxes.push(box)
  }
  if (!self || self.x > width || self.x + self.width < 0 || self.y > height || self.y + self.height < 0) return null
  const best = candidates(self, card, width, height)
    .map((at) => ({ at, cost: cost(at, card, self, boxes) }))
    .reduce((a, b) => (b.cost < a.cost ? b : a))
  return `translate(${Math.round(best.at.x)}px, ${Math.round(best.at.y)}px)`
}

function candidates(self: Box, card: Size, width: number, height: number): { x: number; y: number }[] {
  const right = self.x + self.width + GAP
  const left = self.x - card.width - GAP
  const above = self.y - card.height - HIGH
  const below = self.y + self.height + HIGH
  const middle = self.x + self.width / 2 - card.width / 2
  const level = self.y + self.height - card.height
  const all = [
    { x: right, y: self.y },
    { x: right, y: level },
    { x: middle, y: above },
    { x: self.x, y: above },
    { x: left, y: self.y },
    { x: middle, y: below },
    { x: left, y: level },
  ]
  const clamp = (value: number, most: number) => Math.max(EDGE, Math.min(value, most - EDGE))
  return all.map((at) => {
    const x = clamp(at.x, width - card.width)
    const y = clamp(at.y, height - card.height)
    return { x, y: x + card.width > width - SWITCH.width ? Math.max(SWITCH.height, y) : y }
  })
}

/** Hidden area of other nodes; hiding the node itself is worst. */
function cost(at: { x: number; y: number }, card: Size, self: Box, others: readonly Box[]): number {
  const area = { ...at, ...card }
  return others.reduce((sum, box) => sum + overlap(area, box), 20 * overlap(area, self))
}

function overlap(a: Box, b: Box): number {
  const x = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x)
  const y = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y)
  return x > 0 && y > 0 ? x * y : 0
}
