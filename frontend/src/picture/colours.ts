// The design system's colours as values, light or dark whatever the page shows: a picture takes them along.

import { GROUPS } from '../ui/glyphs'
import type { Theme } from '../ui/theme'

export interface Colours {
  ground: string
  card: string
  line: string
  wire: string
  ink: string
  muted: string
  /** By colour token of a group. */
  groups: Readonly<Record<string, string>>
  notes: Readonly<Record<string, string>>
}

const NOTES = ['yellow', 'green', 'blue', 'pink', 'grey']

export function coloursOf(theme: Theme): Colours {
  const probe = document.createElement('i')
  probe.dataset.theme = theme
  probe.hidden = true
  document.body.append(probe)
  const style = getComputedStyle(probe)
  const token = (name: string) => style.getPropertyValue(`--${name}`).trim()
  const found = {
    ground: token('bg'),
    card: token('panel'),
    line: token('line-strong'),
    wire: token('faint'),
    ink: token('ink'),
    muted: token('muted'),
    groups: Object.fromEntries(GROUPS.map((group) => [group, token(`g-${group}`)])),
    notes: Object.fromEntries(NOTES.map((color) => [color, token(`note-${color}`) || token('warn-bg')])),
  }
  probe.remove()
  return found
}
