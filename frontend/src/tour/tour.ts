// Whether the tour is on. It comes uninvited once at most: to whoever opens their first project, and never after it has been begun.

import { create } from 'zustand'

const BEGUN = 'layerloom.tour'

export const useTour = create<{ on: boolean }>(() => ({ on: false }))

export function mayInvite(): boolean {
  return localStorage.getItem(BEGUN) === null
}

export function startTour(): void {
  localStorage.setItem(BEGUN, 'begun')
  useTour.setState({ on: true })
}

export function leaveTour(): void {
  useTour.setState({ on: false })
}
