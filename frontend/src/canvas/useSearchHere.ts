// Opens the menu at the pointer: by double-click, on a wire's plus, or by key.

import { useReactFlow } from '@xyflow/react'
import { useCallback, useEffect, useRef, type RefObject } from 'react'
import { openMenu } from './menu'

export function useSearchHere(box: RefObject<HTMLDivElement | null>): { open: () => void } {
  const { screenToFlowPosition } = useReactFlow()
  const pointer = useRef<{ x: number; y: number } | null>(null)

  const open = useCallback(() => {
    const area = box.current?.getBoundingClientRect()
    if (!area) return
    const at = pointer.current ?? { x: area.left + area.width / 2 - 150, y: area.top + area.height / 4 }
    openMenu({ purpose: { type: 'free' }, at, place: screenToFlowPosition(at) })
  }, [box, screenToFlowPosition])

  useEffect(() => {
    const area = box.current
    if (!area) return
    const move = (event: PointerEvent) => (pointer.current = { x: event.clientX, y: event.clientY })
    const leave = () => (pointer.current = null)
    const double = (event: MouseEvent) => {
      if (!(event.target as Element).closest('.react-flow__pane')) return
      pointer.current = { x: event.clientX, y: event.clientY }
      open()
    }
    const click = (event: MouseEvent) => {
      const edge = (event.target as Element).closest<HTMLElement>('[data-insert]')?.dataset.insert
      if (!edge) return
      const at = { x: event.clientX || area.getBoundingClientRect().left + 80, y: event.clientY || 200 }
      openMenu({ purpose: { type: 'insert', edge }, at, place: screenToFlowPosition(at) })
    }
    area.addEventListener('pointermove', move)
    area.addEventListener('pointerleave', leave)
    area.addEventListener('dblclick', double)
    area.addEventListener('click', click)
    return () => {
      area.removeEventListener('pointermove', move)
      area.removeEventListener('pointerleave', leave)
      area.removeEventListener('dblclick', double)
      area.removeEventListener('click', click)
    }
  }, [box, open, screenToFlowPosition])

  return { open }
}
