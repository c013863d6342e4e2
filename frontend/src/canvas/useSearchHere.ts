// Opens the menu at the pointer: by double-click on empty canvas or on a wire, on a wire's plus, or by command.

import { useReactFlow } from '@xyflow/react'
import { useCallback, useEffect, type RefObject } from 'react'
import { useReadOnly } from '../ui/readOnly'
import { closeMenu, openMenu } from './menu'
import { followPointer, pointerOn } from './pointer'

export function useSearchHere(box: RefObject<HTMLDivElement | null>): { open: () => void } {
  const { screenToFlowPosition } = useReactFlow()
  const held = useReadOnly()

  const open = useCallback(() => {
    const area = box.current?.getBoundingClientRect()
    if (!area) return
    const at = pointerOn(box.current) ?? { x: area.left + area.width / 2 - 150, y: area.top + area.height / 4 }
    openMenu({ purpose: { type: 'free' }, at, place: screenToFlowPosition(at) })
  }, [box, screenToFlowPosition])

  useEffect(followPointer, [])
  useEffect(() => closeMenu, []) // it goes with its canvas
  useEffect(() => {
    const area = box.current
    if (!area) return
    if (held) return
    const insertInto = (edge: string, { clientX, clientY }: MouseEvent) => {
      const at = { x: clientX || area.getBoundingClientRect().left + 80, y: clientY || 200 }
      openMenu({ purpose: { type: 'insert', edge }, at, place: screenToFlowPosition(at) })
    }
    const double = (event: MouseEvent) => {
      const target = event.target as Element
      const edge = target.closest<SVGElement>('.react-flow__edge')?.dataset.id
      if (edge) insertInto(edge, event)
      else if (target.closest('.react-flow__pane') && !target.closest('.react-flow__node')) open()
    }
    const click = (event: MouseEvent) => {
      const edge = (event.target as Element).closest<HTMLElement>('[data-insert]')?.dataset.insert
      if (edge) insertInto(edge, event)
    }
    area.addEventListener('dblclick', double)
    area.addEventListener('click', click)
    return () => {
      area.removeEventListener('dblclick', double)
      area.removeEventListener('click', click)
    }
  }, [box, open, screenToFlowPosition, held])

  return { open }
}
