// What a drag shows beside what it moves: the lines it keeps to, and the copies that Alt would leave. Drawn, never written.

import { create } from 'zustand'
import type { Position } from '../contract'
import type { Guide } from './guides'

interface Marks {
  guides: readonly Guide[]
  /** Places of the copies, under React Flow's ids of what they are copies of. */
  copies: ReadonlyMap<string, Position>
}

const NONE: Marks = { guides: [], copies: new Map() }

export const useMarks = create<Marks>(() => NONE)

export function showMarks(guides: Marks['guides'], copies: Marks['copies']): void {
  const now = useMarks.getState()
  if (!guides.length && !copies.size && !now.guides.length && !now.copies.size) return
  useMarks.setState({ guides, copies })
}

export function clearMarks(): void {
  showMarks([], NONE.copies)
}
