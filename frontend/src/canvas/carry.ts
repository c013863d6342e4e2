// An item carried from the palette by pointer: what it is, where it is, and what takes it. Works for mouse, pen and finger alike.

import { create } from 'zustand'
import type { Item } from '../catalog/starts'

export interface Target {
  /** Called while something is carried over the canvas; null when it is elsewhere. */
  over: (at: { x: number; y: number } | null) => void
  /** False when this is no place for it. */
  drop: (item: Item, at: { x: number; y: number }) => boolean
}

interface CarryState {
  item: Item | null
  x: number
  y: number
}

export const useCarry = create<CarryState>(() => ({ item: null, x: 0, y: 0 }))

let target: Target | null = null

export function takeDrops(next: Target): () => void {
  target = next
  return () => {
    if (target === next) target = null
  }
}

const FAR = 5

/** Begins at pointerdown. A pointer that hardly moves carries nothing: it is a click. */
export function carry(event: PointerEvent, source: Element, item: Item): void {
  if (event.button !== 0) return
  const start = { x: event.clientX, y: event.clientY }
  let carrying = false
  const scrolls = event.pointerType === 'touch'

  const move = (moved: PointerEvent) => {
    if (moved.pointerId !== event.pointerId) return
    const dx = moved.clientX - start.x
    const dy = moved.clientY - start.y
    if (!carrying && Math.hypot(dx, dy) < FAR) return
    // A finger that goes up or down scrolls the list; one that goes sideways takes the item along.
    if (!carrying && scrolls && Math.abs(dy) > Math.abs(dx)) return end()
    carrying = true
    if (source.hasPointerCapture(moved.pointerId)) source.releasePointerCapture(moved.pointerId)
    useCarry.setState({ item, x: moved.clientX, y: moved.clientY })
    target?.over({ x: moved.clientX, y: moved.clientY })
  }
  const up = (last: PointerEvent) => {
    if (last.pointerId !== event.pointerId) return
    end()
    if (carrying) target?.drop(item, { x: last.clientX, y: last.clientY })
  }
  const escape = (key: KeyboardEvent) => {
    if (key.key === 'Escape') end()
  }
  const end = () => {
    removeEventListener('pointermove', move)
    removeEventListener('pointerup', up)
    removeEventListener('pointercancel', end)
    removeEventListener('keydown', escape)
    useCarry.setState({ item: null })
    target?.over(null)
  }
  addEventListener('pointermove', move)
  addEventListener('pointerup', up)
  addEventListener('pointercancel', end)
  addEventListener('keydown', escape)
}
