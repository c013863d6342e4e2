// How the page looks: colours, contrast and motion as the system has them until the person chooses, remembered in this browser.

import { create } from 'zustand'

export type Theme = 'light' | 'dark'

export interface Looks {
  colours: 'system' | Theme
  contrast: 'system' | 'normal' | 'more'
  motion: 'system' | 'full' | 'less'
}

export const LOOKS: { readonly [K in keyof Looks]: readonly Looks[K][] } = {
  colours: ['system', 'light', 'dark'],
  contrast: ['system', 'normal', 'more'],
  motion: ['system', 'full', 'less'],
}

const KEYS: Record<keyof Looks, string> = {
  colours: 'layerloom.theme',
  contrast: 'layerloom.contrast',
  motion: 'layerloom.motion',
}
const dark = matchMedia('(prefers-color-scheme: dark)')
const contrast = matchMedia('(prefers-contrast: more)')
const still = matchMedia('(prefers-reduced-motion: reduce)')

function kept<K extends keyof Looks>(part: K): Looks[K] {
  const value = localStorage.getItem(KEYS[part])
  return LOOKS[part].find((each) => each === value) ?? 'system'
}

/** What the person chose. */
export const useLooks = create<Looks>(() => ({
  colours: kept('colours'),
  contrast: kept('contrast'),
  motion: kept('motion'),
}))

export function chooseLooks(looks: Partial<Looks>): void {
  for (const [part, value] of Object.entries(looks)) localStorage.setItem(KEYS[part as keyof Looks], value)
  useLooks.setState(looks)
}

interface Shown {
  theme: Theme
  /** High contrast, in either theme. */
  contrast: boolean
  still: boolean
}

function shown(): Shown {
  const looks = useLooks.getState()
  return {
    theme: looks.colours === 'system' ? (dark.matches ? 'dark' : 'light') : looks.colours,
    contrast: looks.contrast === 'system' ? contrast.matches : looks.contrast === 'more',
    still: looks.motion === 'system' ? still.matches : looks.motion === 'less',
  }
}

/** What that comes to on this system. */
export const useTheme = create<Shown & { toggle: () => void }>((_, get) => ({
  ...shown(),
  toggle: () => chooseLooks({ colours: get().theme === 'dark' ? 'light' : 'dark' }),
}))

/** A duration in milliseconds, or none where motion is unwelcome: for what is animated by script. */
export function pace(milliseconds: number): number {
  return useTheme.getState().still ? 0 : milliseconds
}

export function followTheme(): void {
  const show = () => {
    const now = shown()
    const { dataset } = document.documentElement
    dataset.theme = now.theme
    dataset.contrast = now.contrast ? 'more' : 'normal'
    dataset.motion = now.still ? 'less' : 'full'
    useTheme.setState(now)
  }
  show()
  useLooks.subscribe(show)
  for (const query of [dark, contrast, still]) query.addEventListener('change', show)
}
