// The canvas by keyboard: delete, copy, paste, duplicate, move, walk, connect, select all, search, fit.

import { useReactFlow } from '@xyflow/react'
import { useEffect, type RefObject } from 'react'
import { clipOf, readClip } from '../document/clipboard'
import { useDocument } from '../document/hooks'
import { linksOf } from '../document/links'
import { NOTHING, select, useSelection } from '../document/selection'
import { isTyping } from '../ui/typing'
import { openMenu } from './menu'
import { useLook } from './useFirstView'

const STEPS: Record<string, [number, number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}
const SLOW = 8
const FAST = 40

export function useKeys(box: RefObject<HTMLDivElement | null>, search: () => void): void {
  const { graph, edit } = useDocument()
  const { screenToFlowPosition, flowToScreenPosition } = useReactFlow()

  const look = useLook()

  useEffect(() => {
    /** The page's own keys reach the canvas unless another panel has the focus. */
    const ours = () => {
      const active = document.activeElement
      return !active || active === document.body || box.current?.contains(active)
    }
    const walk = (dy: number, dx: number) => {
      const at = useSelection.getState().nodes.at(-1)
      if (!at) return
      const links = linksOf(graph.getState().edges)
      const near = dy > 0 ? links.from(at)[0]?.target : dy < 0 ? links.into(at)[0]?.source : beside(at, dx)
      if (near) select([near])
    }
    const beside = (at: string, dx: number) => {
      const { layout } = graph.getState()
      const here = layout[at]
      const others = Object.entries(layout).filter(([id, place]) => here && id !== at && (place.x - here.x) * dx > 20)
      const distance = (place: { x: number; y: number }) =>
        Math.hypot(place.x - (here?.x ?? 0), 2 * (place.y - (here?.y ?? 0)))
      return others.toSorted(([, a], [, b]) => distance(a) - distance(b))[0]?.[0]
    }
    const move = (dx: number, dy: number, by: number) => {
      const { layout } = graph.getState()
      const moved = useSelection.getState().nodes.flatMap((id) => {
        const place = layout[id]
        return place ? [[id, { x: place.x + dx * by, y: place.y + dy * by }] as const] : []
      })
      if (moved.length) edit.moveNodes(Object.fromEntries(moved))
    }
    const keys = (event: KeyboardEvent) => {
      if (isTyping(event.target) || !ours()) return
      const { nodes, edges } = useSelection.getState()
      const focused = (event.target as Element).closest?.<HTMLElement>('.react-flow__node')?.dataset.id
      const wire = (event.target as Element).closest?.<HTMLElement>('.react-flow__edge')?.dataset.id
      const step = STEPS[event.key]
      const command = event.ctrlKey || event.metaKey
      if (step && !command) {
        if (event.altKey) walk(step[1], step[0])
        else move(step[0], step[1], event.shiftKey ? FAST : SLOW)
      } else if ((event.key === 'Delete' || event.key === 'Backspace') && (nodes.length || edges.length)) {
        edit.remove(nodes, edges)
      } else if (command && event.key.toLowerCase() === 'a') {
        select(Object.keys(graph.getState().nodes))
      } else if (command && event.key.toLowerCase() === 'd' && nodes.length) {
        edit.duplicate(nodes)
      } else if (command) {
        return
      } else if ((event.key === 'Enter' || event.key === ' ') && focused) {
        select([focused])
      } else if ((event.key === 'Enter' || event.key === ' ') && wire) {
        select([], [wire])
      } else if (event.key.toLowerCase() === 'c' && nodes.length === 1 && nodes[0]) {
        const place = graph.getState().layout[nodes[0]] ?? { x: 0, y: 0 }
        const at = flowToScreenPosition({ x: place.x + 240, y: place.y })
        openMenu({ purpose: { type: 'connect', node: nodes[0] }, at, place })
      } else if (event.key.toLowerCase() === 'f') {
        look(undefined, 200)
      } else if (
        event.key === 'Tab' &&
        !event.shiftKey &&
        !focused &&
        (document.activeElement === box.current || (document.activeElement === document.body && pointed))
      ) {
        search()
      } else if (event.key === 'Escape') {
        useSelection.setState(NOTHING)
      } else return
      event.preventDefault()
    }
    const copy = (event: ClipboardEvent) => {
      const { nodes } = useSelection.getState()
      if (isTyping(event.target) || !nodes.length || !ours() || String(getSelection())) return
      event.clipboardData?.setData('text/plain', JSON.stringify(clipOf(graph.getState(), nodes), null, 1))
      event.preventDefault()
      if (event.type === 'cut') edit.remove(nodes)
    }
    const paste = (event: ClipboardEvent) => {
      if (isTyping(event.target)) return
      const clip = readClip(event.clipboardData?.getData('text/plain') ?? '')
      const area = box.current?.getBoundingClientRect()
      if (!clip || !area) return
      event.preventDefault()
      edit.paste(clip, screenToFlowPosition({ x: area.left + area.width / 2 - 113, y: area.top + area.height / 3 }))
    }
    // A press on the canvas focuses nothing. Until one, Tab walks the page as everywhere.
    let pointed = false
    const point = (event: Event) => {
      pointed = box.current?.contains(event.target as Node) ?? false
    }
    addEventListener('pointerdown', point, true)
    addEventListener('focusin', point)
    addEventListener('keydown', keys)
    document.addEventListener('copy', copy)
    document.addEventListener('cut', copy)
    document.addEventListener('paste', paste)
    return () => {
      removeEventListener('pointerdown', point, true)
      removeEventListener('focusin', point)
      removeEventListener('keydown', keys)
      document.removeEventListener('copy', copy)
      document.removeEventListener('cut', copy)
      document.removeEventListener('paste', paste)
    }
  }, [box, graph, edit, search, look, screenToFlowPosition, flowToScreenPosition])
}
