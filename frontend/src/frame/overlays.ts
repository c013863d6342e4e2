// Which window stands over the page: the palette that goes to anything, the settings, or the one to let others in.

import { create } from 'zustand'

export type SettingsTab = 'looks' | 'keys'
export type Overlay = { type: 'palette' } | { type: 'share' } | { type: 'settings'; tab: SettingsTab }

export const useOverlay = create<{ overlay: Overlay | null }>(() => ({ overlay: null }))

export function openPalette(): void {
  useOverlay.setState({ overlay: { type: 'palette' } })
}

export function openSettings(tab: SettingsTab = 'looks'): void {
  useOverlay.setState({ overlay: { type: 'settings', tab } })
}

export function openShare(): void {
  useOverlay.setState({ overlay: { type: 'share' } })
}

export function closeOverlay(): void {
  useOverlay.setState({ overlay: null })
}
