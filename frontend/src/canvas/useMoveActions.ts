// The canvas by arrows: what is selected moves, Alt walks along the wires, and with nothing selected the view moves.

import { useReactFlow } from '@xyflow/react'
import type { RefObject } from 'react'
import { useActions, type Action } from '../actions/actions'
import type { Position } from '../contract'
import { useDocument } from '../document/hooks'
import { linksOf } from '../document/links'
import { select, useSelection } from '../document/selection'
import type { GraphSnapshot } from '../document/graph'
import { noteIn } from './noteId'

const WAYS = {
  left: { key: 'ArrowLeft', x: -1, y: 0 },
  right: { key: 'ArrowRight', x: 1, y: 0 },
  up: { key: 'ArrowUp', x: 0, y: -1 },
  down: { key: 'ArrowDown', x: 0, y: 1 },
} as const
type Way = (typeof WAYS)[keyof typeof WAYS]

const SLOW = 8
const FAST = 40
const PAN = 80

export function useMoveActions(box: RefObject<HTMLDivElement | null>): void {
  const { graph, edit } = useDocument()
  const flow = useReactFlow()

  useActions(() => {
    const move = (way: Way, by: number) => {
      const { nodes, notes } = useSelection.getState()
      if (!nodes.length && !notes.length) {
        const { x, y, zoom } = flow.getViewport()
        return void flow.setViewport({ x: x - way.x * PAN, y: y - way.y * PAN, zoom })
      }
      const now = graph.getState()
      const shifted = (ids: readonly string[], all: Readonly<Record<string, Position>>) =>
        Object.fromEntries(
          ids.flatMap((id) => {
            const at = all[id]
            return at ? [[id, { x: at.x + way.x * by, y: at.y + way.y * by }]] : []
          }),
        )
      edit.moveNodes(shifted(nodes, now.layout), shifted(notes, now.notes), 'keys')
    }
    const walk = (way: Way) => {
      const now = graph.getState()
      const at = useSelection.getState().nodes.at(-1)
      const next = at === undefined ? first(now) : neighbour(now, at, way)
      if (next === undefined) return
      select([next])
      box.current?.querySelector<HTMLElement>(`.react-flow__node[data-id="${next}"]`)?.focus({ preventScroll: true })
    }
    const actions = Object.entries(WAYS).flatMap(([name, way]): Action[] => [
      { id: `move.${name}`, title: `canvas-move-${name}`, keys: [way.key], run: () => move(way, SLOW) },
      { id: `move.far-${name}`, title: `canvas-far-${name}`, keys: [`Shift+${way.key}`], run: () => move(way, FAST) },
      { id: `move.walk-${name}`, title: `canvas-walk-${name}`, keys: [`Alt+${way.key}`], run: () => walk(way) },
    ])
    const choose: Action = {
      id: 'move.choose',
      title: 'canvas-choose',
      keys: ['Enter', 'Space'],
      when: () => focused() !== null,
      run: () => focused()?.(),
    }
    return [...actions, choose].map((action) => ({
      ...action,
      scope: 'canvas' as const,
      repeats: action !== choose,
      unlisted: true,
    }))
  }, [box, graph, edit, flow])
}

/** Selects the node, note or wire that has the focus and is not selected yet. */
function focused(): (() => void) | null {
  const element = document.activeElement?.closest<HTMLElement | SVGElement>('.react-flow__node, .react-flow__edge')
  const id = element?.dataset.id
  if (id === undefined || element?.classList.contains('selected')) return null
  if (element?.classList.contains('react-flow__edge')) return () => select([], [id])
  const note = noteIn(id)
  return () => (note === null ? select([id]) : select([], [], [note]))
}

/** Where a walk begins: at the top. */
function first({ layout, nodes }: GraphSnapshot): string | undefined {
  return Object.keys(nodes).toSorted((a, b) => (layout[a]?.y ?? 0) - (layout[b]?.y ?? 0))[0]
}

/** Up and down along the wires, the nearest first; left and right to what stands beside. */
function neighbour({ edges, layout }: GraphSnapshot, at: string, way: Way): string | undefined {
  const here = layout[at] ?? { x: 0, y: 0 }
  const links = linksOf(edges)
  const far = (id: string, level: number) =>
    Math.hypot((layout[id]?.x ?? 0) - here.x, level * ((layout[id]?.y ?? 0) - here.y))
  const ids =
    way.y > 0
      ? links.from(at).map((link) => link.target)
      : way.y < 0
        ? links.into(at).map((link) => link.source)
        : Object.keys(layout).filter((id) => ((layout[id]?.x ?? 0) - here.x) * way.x > 20)
  return ids.toSorted((a, b) => far(a, way.y ? 1 : 2) - far(b, way.y ? 1 : 2))[0]
}
