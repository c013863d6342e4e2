// Which panels are open and how high the dock is: this browser's own, remembered. Below 1024 px panels are drawers, one at a time.

import { useSyncExternalStore } from 'react'
import { create } from 'zustand'

export type Drawer = 'palette' | 'inspector'
export type View = 'canvas' | 'outline'

interface Panes {
  /** How the network is shown, on a phone and elsewhere. */
  view: View
  phoneView: View
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
  view: 'canvas',
  phoneView: 'outline',
  dock: !phone.matches,
  dockHeight: 248,
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

export type Tab = 'curves' | 'summary' | 'plot' | 'problems' | 'runs' | 'comments' | 'log'

/** Shows a tab of the lab bench and gives it the focus. */
export function openTab(tab: Tab): void {
  usePanes.setState({ dock: true })
  requestAnimationFrame(() => {
    const button = document.getElementById(`tab-${tab}`)
    button?.click()
    button?.focus()
  })
}

export function useView(): View {
  const width = useWidth()
  return usePanes((panes) => (width === 'phone' ? panes.phoneView : panes.view))
}

export function showView(view: View): void {
  usePanes.setState(phone.matches ? { phoneView: view } : { view })
}

export function isWide(): boolean {
  return !narrow.matches
}

/** Opens a side panel as the window has it, and gives its first control the focus. */
export function openSide(side: Drawer): void {
  usePanes.setState(narrow.matches ? { drawer: side } : { [side]: true })
  requestAnimationFrame(() => {
    const region = document.querySelector(`[data-region="${side}"]`)
    region?.querySelector<HTMLElement>('input, select, button, [tabindex="0"]')?.focus()
  })
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
