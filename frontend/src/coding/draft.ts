// The script in somebody's hands: the text as it was written, the graph it was written from, and what it says now. Kept while the page is open,
// so that looking at something else loses nothing.

import { create } from 'zustand'
import type { EditedSource, Graph, Problem } from '../contract'

export interface Draft {
  readonly project: string
  readonly graph: Graph
  readonly written: string
  readonly source: string
  /** Where the text was pressed to begin, in characters. */
  readonly at: number
}

interface Drafting {
  readonly draft: Draft | null
  readonly checking: boolean
  readonly problems: readonly Problem[]
  /** What it would do, as the server says; shown before it is done. */
  readonly found: EditedSource | null
}

const NOTHING: Drafting = { draft: null, checking: false, problems: [], found: null }
export const useDrafting = create<Drafting>(() => NOTHING)

export function begin(project: string, graph: Graph, written: string, at = 0): void {
  useDrafting.setState({ ...NOTHING, draft: { project, graph, written, source: written, at } })
}

export function write(source: string): void {
  useDrafting.setState(({ draft }) => ({ draft: draft && { ...draft, source } }))
}

export function discard(): void {
  useDrafting.setState(NOTHING)
}

export interface Place {
  readonly line: number
  readonly column: number
}

/** The place in the code that a problem is about; null where it names none. Both count from 1. */
export function placeOf(place: string): Place | null {
  const [, line, column] = /^line (\d+)(?:, column (\d+))?$/.exec(place) ?? []
  return line === undefined ? null : { line: Number(line), column: Number(column ?? 1) }
}
