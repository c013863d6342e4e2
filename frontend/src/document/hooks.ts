// The open document for React: each hook draws again only when what it selects has changed.

import { createContext, useContext } from 'react'
import { useStore } from 'zustand'
import type { GraphSnapshot } from './graph'
import type { HistoryState } from './history'
import type { InferenceView } from './inference'
import type { May } from './may'
import type { OpenDocument } from './open'
import type { SyncState } from './sync'

export const DocumentContext = createContext<OpenDocument | null>(null)

export function useDocument(): OpenDocument {
  const document = useContext(DocumentContext)
  if (!document) throw new Error('useDocument outside DocumentContext')
  return document
}

export function useGraph<T>(select: (graph: GraphSnapshot) => T): T {
  return useStore(useDocument().graph, select)
}

export function useInference<T>(select: (inference: InferenceView) => T): T {
  return useStore(useDocument().inference, select)
}

export function useHistory<T>(select: (history: HistoryState) => T): T {
  return useStore(useDocument().history, select)
}

/** What this person may do in this project. */
export function useMay(): May {
  return useSync((sync) => sync.may)
}

export function useSync<T>(select: (sync: SyncState) => T): T {
  return useStore(useDocument().sync, select)
}
