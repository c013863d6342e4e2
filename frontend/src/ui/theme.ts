// Light or dark: the system's choice until the person makes one, remembered in this browser.

import { create } from 'zustand'

export type Theme = 'light' | 'dark'

const KEY = 'layerloom.theme'
const system = matchMedia('(prefers-color-scheme: dark)')

function chosen(): Theme | null {
  const kept = localStorage.getItem(KEY)
  return kept === 'light' || kept === 'dark' ? kept : null
}

function current(): Theme {
  return chosen() ?? (system.matches ? 'dark' : 'light')
}

export const useTheme = create<{ theme: Theme; toggle: () => void }>((set, get) => ({
  theme: current(),
  toggle: () => {
    const theme = get().theme === 'dark' ? 'light' : 'dark'
    localStorage.setItem(KEY, theme)
    set({ theme })
  },
}))

function show(theme: Theme): void {
  document.documentElement.dataset.theme = theme
}

export function followTheme(): void {
  show(useTheme.getState().theme)
  useTheme.subscribe((state) => show(state.theme))
  system.addEventListener('change', () => {
    if (!chosen()) useTheme.setState({ theme: current() })
  })
}
