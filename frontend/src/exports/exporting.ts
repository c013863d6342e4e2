// Which run is being taken away: its id, or null. The window itself is fetched when it is first opened.

import { create } from 'zustand'

export const useExporting = create<{ run: string | null }>(() => ({ run: null }))

export function exportRun(run: string): void {
  useExporting.setState({ run })
}
