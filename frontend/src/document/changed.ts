// Nodes that are new or different since the newest run, by id: a mark on the canvas. Filled from the server's comparison; never part of the document.

import { create } from 'zustand'

export const useChanged = create<{ nodes: ReadonlySet<string> }>(() => ({ nodes: new Set() }))
