// Who else is in this project just now, what each shows, and whom this person follows. Filled by presence, read by whatever draws.

import { create } from 'zustand'
import type { Position } from '../contract'

/** What a page shows of its person. */
export interface Shown {
  /** On the canvas, in its own units; null while it is elsewhere. */
  cursor: Position | null
  nodes: readonly string[]
  /** The block that it shows; null at the top. */
  block: string | null
  /** Where things are while they are being dragged; written once when they are let go. */
  dragging: Readonly<Record<string, Position>> | null
  /** The field that is being changed. */
  editing: { node: string; field: string } | null
  /** Middle of what is seen of the canvas, and how large. */
  view: (Position & { zoom: number }) | null
}

export interface Other extends Shown {
  /** The page's number: one person may have several. */
  client: number
  id: string
  name: string
  role: string
  color: number
}

interface People {
  others: readonly Other[]
  /** The page that is followed. */
  following: number | null
  show: (part: Partial<Shown>) => void
}

const NOBODY: People = { others: [], following: null, show: () => undefined }

export const usePeople = create<People>(() => NOBODY)

export function forgetPeople(): void {
  usePeople.setState(NOBODY)
}

export function follow(client: number | null): void {
  usePeople.setState({ following: client })
}

/** Who changes this node now, or this field of it. */
export function editorOf(others: readonly Other[], node: string, field?: string): Other | undefined {
  return others.find(({ editing }) => editing?.node === node && (field === undefined || editing.field === field))
}
