// Going into a block and out of it: the part that was seen of each is kept while the project is open, and the keyboard goes on where it is.

import { useReactFlow, type Viewport } from '@xyflow/react'
import { useEffect, useLayoutEffect, type RefObject } from 'react'
import type { Nodes } from '../catalog/blocks'
import type { GraphSnapshot } from '../document/graph'
import { useDocument } from '../document/hooks'
import type { OpenDocument } from '../document/open'
import { blockAt, enter, leaveTo, useLevel } from '../document/level'
import { select, useSelection } from '../document/selection'
import { announce } from '../ui/announce'
import { t } from '../words/words'

const views = new WeakMap<OpenDocument, Map<string | null, Viewport>>()
/** The block of the canvas that was there before this one, in which project. */
let before: { project: OpenDocument; block: string | null } | null = null

export function enterBlock(nodes: Nodes, card: string): void {
  select([])
  enter(nodes, card)
}

/** Up, until so many blocks are left; the card of the one that was left is selected. */
export function leaveBlock(depth: number): void {
  const card = useLevel.getState().way[depth]
  leaveTo(depth)
  if (card !== undefined) select([card])
}

/** What was seen of this level when it was left. */
export function viewKept({ whole, block }: OpenDocument): Viewport | undefined {
  return views.get(whole)?.get(block)
}

export function useLevels(box: RefObject<HTMLElement | null>): void {
  const { whole, block, graph } = useDocument()
  const { getViewport } = useReactFlow()

  useLayoutEffect(
    () => () => {
      if (blockAt(whole.graph.getState().nodes, useLevel.getState().way) === block) return
      const kept = views.get(whole) ?? new Map<string | null, Viewport>()
      views.set(whole, kept.set(block, getViewport()))
    },
    [whole, block, getViewport],
  )
  useEffect(() => {
    const went = before !== null && before.project === whole && before.block !== block
    before = { project: whole, block }
    if (!went) return
    const { nodes } = graph.getState()
    const name = block === null ? '' : (nodes[block]?.name ?? '')
    announce(block === null ? t('canvas-at-top') : t('canvas-inside', { name, n: Object.keys(nodes).length }))
    return focusWhereLost(box.current, topmost(graph.getState()))
  }, [whole, block, graph, box])
}

function topmost({ nodes, layout }: GraphSnapshot): string {
  return Object.keys(nodes).toSorted((a, b) => (layout[a]?.y ?? 0) - (layout[b]?.y ?? 0))[0] ?? ''
}

/** To what is selected, else to what stands first, once it is drawn. */
function focusWhereLost(area: HTMLElement | null, first: string): () => void {
  let frame = 0
  let tries = 60
  const look = () => {
    const { activeElement } = document
    if (activeElement && activeElement !== document.body) return
    const [id] = useSelection.getState().nodes
    const node = area?.querySelector<HTMLElement>(`.react-flow__node[data-id="${CSS.escape(id ?? first)}"]`)
    if (node) node.focus({ preventScroll: true })
    else if ((tries -= 1)) frame = requestAnimationFrame(look)
  }
  frame = requestAnimationFrame(look)
  return () => cancelAnimationFrame(frame)
}
