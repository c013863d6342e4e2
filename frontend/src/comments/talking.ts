// Which node's comments stand open, and whether somebody is about to write one.

import { create } from 'zustand'

interface Talking {
  node: string | null
  write: boolean
}

export const useTalking = create<Talking>(() => ({ node: null, write: false }))

export function talk(node: string | null, write = false): void {
  useTalking.setState({ node, write })
}
