// Puts every node in its place, and shows them all. The document moves at once, in one step to undo; on the canvas the nodes glide there.

import { useCallback, useEffect, useRef } from 'react'
import type { Position } from '../contract'
import { useDocument } from '../document/hooks'
import { say } from '../ui/toast'
import { pace } from '../ui/theme'
import { t } from '../words/words'
import { arranging } from './arranging'
import type { Flow, Places } from './flow'
import { useLook } from './useFirstView'

const GLIDE_MS = 240

export function useTidy(flow: Flow): () => void {
  const { graph, edit } = useDocument()
  const look = useLook()
  const stop = useRef(() => {})
  useEffect(() => () => stop.current(), [flow])
  return useCallback(() => {
    const { nodes, edges } = graph.getState()
    arranging({ nodes, edges }).then(
      (places) => {
        stop.current()
        const { layout } = graph.getState()
        const moving = Object.keys(places).filter((id) => !same(layout[id], places[id]))
        const from = Object.fromEntries(moving.map((id) => [id, layout[id] ?? places[id] ?? { x: 0, y: 0 }]))
        flow.hold('layout', from)
        if (moving.length) edit.moveNodes(places)
        look(undefined, GLIDE_MS, places)
        stop.current = glide(flow, from, places, pace(GLIDE_MS))
      },
      () => say(t('canvas-tidy-failed'), { tone: 'bad' }),
    )
  }, [graph, edit, look, flow])
}

/** Draws these on their way from here to there. Gives what puts them there at once. */
function glide(flow: Flow, from: Places, to: Places, during: number): () => void {
  const start = performance.now()
  let frame = 0
  const stop = () => {
    cancelAnimationFrame(frame)
    flow.hold('layout', {})
  }
  const step = (now: number) => {
    const part = during ? Math.min(1, (now - start) / during) : 1
    if (part >= 1) return stop()
    const eased = 1 - (1 - part) ** 3
    flow.hold('layout', Object.fromEntries(Object.entries(from).map(([id, at]) => [id, between(at, to[id] ?? at, eased)])))
    frame = requestAnimationFrame(step)
  }
  step(start)
  return stop
}

function between(a: Position, b: Position, part: number): Position {
  return { x: a.x + (b.x - a.x) * part, y: a.y + (b.y - a.y) * part }
}

function same(a: Position | undefined, b: Position | undefined): boolean {
  return a?.x === b?.x && a?.y === b?.y
}
