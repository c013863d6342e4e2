// F6 walks the parts of the page, as it does in desktop programs; each gets the focus where it last had it.

import { focusDrawing } from './drawing'

const last = new WeakMap<Element, HTMLElement>()
const STOPS =
  'a[href], button:not(:disabled), input:not(:disabled), select:not(:disabled), textarea:not(:disabled), [tabindex="0"]'

export function rememberFocus(): () => void {
  const keep = (event: FocusEvent) => {
    const region = (event.target as Element).closest('[data-region]')
    if (region) last.set(region, event.target as HTMLElement)
  }
  addEventListener('focusin', keep)
  return () => removeEventListener('focusin', keep)
}

export function walkRegions(by: 1 | -1): void {
  const regions = [...document.querySelectorAll('[data-region]')].filter((region) => stopsOf(region).length)
  const at = regions.findIndex((region) => region.contains(document.activeElement))
  const next = regions[at < 0 ? 0 : (at + by + regions.length) % regions.length]
  if (next) enter(next)
}

function enter(region: Element): void {
  const before = last.get(region)
  if (before?.isConnected && region.contains(before) && visible(before)) return before.focus()
  if (region.getAttribute('data-region') === 'drawing') return focusDrawing()
  stopsOf(region)
    .find((stop) => stop.tabIndex === 0)
    ?.focus()
}

function stopsOf(region: Element): HTMLElement[] {
  return [...region.querySelectorAll<HTMLElement>(STOPS)].filter(visible)
}

function visible(element: HTMLElement): boolean {
  return element.checkVisibility({ visibilityProperty: true })
}
