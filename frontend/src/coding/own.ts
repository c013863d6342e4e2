// Code of one's own in somebody's hands: which of the project's is open, and what was typed and not proven yet. Kept while the page is open.

import { create } from 'zustand'

/** `id`: of code that the project holds; null for a new one. */
export interface Opened {
  readonly project: string
  readonly id: string | null
}

interface OwnState {
  readonly opened: Opened | null
  /** By project and id: typed, and not proven. */
  readonly drafts: Readonly<Record<string, string>>
}

export const useOwn = create<OwnState>(() => ({ opened: null, drafts: {} }))

export function openOwn(project: string, id: string | null = null): void {
  useOwn.setState({ opened: { project, id } })
}

export function closeOwn(): void {
  useOwn.setState({ opened: null })
}

export function draftKey(project: string, id: string | null): string {
  return `${project} ${id ?? ''}`
}

/** Undefined: nothing is left to prove. */
export function keepDraft(key: string, source: string | undefined): void {
  useOwn.setState(({ drafts: { [key]: _, ...rest } }) => ({ drafts: source === undefined ? rest : { ...rest, [key]: source } }))
}
