// What is said to a screen reader and not shown: one region that waits for its turn, one that does not.

import { create } from 'zustand'

interface Said {
  polite: string
  urgent: string
}

export const useSaid = create<Said>(() => ({ polite: '', urgent: '' }))

/** `urgent` interrupts: only for what has stopped. */
export function announce(text: string, urgent = false): void {
  const part = urgent ? 'urgent' : 'polite'
  // The same sentence twice is no change to a live region: a space at its end makes it one.
  useSaid.setState((said) => ({ [part]: said[part] === text ? `${text}\u00a0` : text }))
}
