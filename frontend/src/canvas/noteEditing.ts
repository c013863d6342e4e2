// Which note is being written in.

import { create } from 'zustand'

export const useNoteEditing = create<{ id: string | null }>(() => ({ id: null }))

export function writeIn(id: string | null): void {
  useNoteEditing.setState({ id })
}
