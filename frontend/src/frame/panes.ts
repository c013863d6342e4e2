// Which panels are open and how high the dock is: this browser's own, remembered. Below 1024 px panels are drawers, one at a time.

import { useSyncExternalStore } from 'react'
import { create } from 'zustand'

export type Drawer = 'palette' | 'inspector'

interface Panes {
  dock: boolean
  dockHeight: number
  palette: boolean
  inspector: boolean
  /** The one drawer open on a narrow window. */
  drawer: Drawer | null
}

const narrow = matchMedia('(max-width: 1100px)')
const phone = matchMedia('(max-width: 640px)')

const KEY = 'layerloom.panes'

function remembered(): Partial<Panes> {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? '{}') as Partial<Panes>
  } catch {
    return {}
  }
}

export const usePanes = create<Panes>(() => ({
  dock: !phone.matches,
  dockHeight: 268,
  palette: true,
  inspector: true,
  ...remembered(),
  drawer: null,
}))

usePanes.subscribe(({ drawer: _drawer, ...kept }) => localStorage.setItem(KEY, JSON.stringify(kept)))

const DOCK_LEAST = 120

export function setDockHeight(height: number): void {
  const most = Math.max(DOCK_LEAST, innerHeight - 260)
  usePanes.setState({ dockHeight: Math.round(Math.min(most, Math.max(DOCK_LEAST, height))), dock: true })
}

export function togglePane(pane: 'dock' | Drawer): void {
  usePanes.setState((panes) => ({ [pane]: !panes[pane] }))
}

export function openDrawer(drawer: Drawer | null): void {
  usePanes.setState({ drawer })
}

export type Width = 'wide' | 'narrow' | 'phone'

const subscribe = (listener: () => void) => {
  narrow.addEventListener('change', listener)
  phone.addEventListener('change', listener)
  return () => {
    narrow.removeEventListener('change', listener)
    phone.removeEventListener('change', listener)
  }
}

export function useWidth(): Width {
  return useSyncExternalStore(subscribe, () => (phone.matches ? 'phone' : narrow.matches ? 'narrow' : 'wide'))
}
