// Which card is open, and which layer of the palette is looked at in passing.

import { create } from 'zustand'

export type CardOf = { type: 'node'; id: string } | { type: 'layer'; layer: string }

export interface Peek {
  layer: string
  /** Why it cannot follow what is selected; empty where it can. */
  why: string
  /** What it hangs beside. */
  beside: HTMLElement
}

export const useOpening = create<{ open: CardOf | null; peek: Peek | null }>(() => ({ open: null, peek: null }))

export function openCard(open: CardOf): void {
  useOpening.setState({ open, peek: null })
}

export function closeCard(): void {
  useOpening.setState({ open: null })
}

const REST = 600
const GRACE = 160
let timer: ReturnType<typeof setTimeout> | undefined

/** After the pointer has rested there; at once while another one is shown. */
export function peekAt(peek: Peek): void {
  clearTimeout(timer)
  timer = setTimeout(() => useOpening.setState({ peek }), useOpening.getState().peek ? GRACE : REST)
}

/** The pointer may cross over to what is shown. */
export function leavePeek(): void {
  clearTimeout(timer)
  timer = setTimeout(endPeek, GRACE)
}

export function keepPeek(): void {
  clearTimeout(timer)
}

export function endPeek(): void {
  clearTimeout(timer)
  if (useOpening.getState().peek) useOpening.setState({ peek: null })
}
