// Where a node is drawn, on the canvas or in the outline: gives it the focus, so that the keyboard goes on from there.

import { hasMoved } from '../ui/route'

/** Waits until it is drawn: it may have been added just now. */
export function focusNode(id: string): void {
  let tries = 20
  const look = () => {
    const node = document.querySelector<HTMLElement>(`[data-scope] [data-id="${CSS.escape(id)}"]`)
    if (node) node.focus({ preventScroll: node.closest('[data-scope]')?.getAttribute('data-scope') === 'canvas' })
    else if ((tries -= 1)) requestAnimationFrame(look)
  }
  requestAnimationFrame(look)
}

/**
 * A project that was opened from the page gets the focus: what had it is gone. One that came with the page leaves it where browsers put
 * it, before the first control.
 */
export function focusOpened(): () => void {
  if (!hasMoved()) return () => undefined
  let frame = 0
  let tries = 240
  const look = () => {
    const lost = !document.activeElement || document.activeElement === document.body
    if (lost && document.querySelector('[data-scope] :is(.react-flow__node, [data-id], [data-begin])')) focusDrawing()
    // What was just drawn may take it a frame later.
    if (lost && (tries -= 1)) frame = requestAnimationFrame(look)
  }
  frame = requestAnimationFrame(look)
  return () => cancelAnimationFrame(frame)
}

/** To the selected node, else the first one, else whatever can be done on an empty drawing. */
export function focusDrawing(): void {
  const scope = document.querySelector<HTMLElement>('[data-scope]')
  const node =
    scope?.querySelector<HTMLElement>('.react-flow__node.selected, [data-selected] [data-id]') ??
    scope?.querySelector<HTMLElement>('.react-flow__node, [data-id]:not(.react-flow__edge)') ??
    scope?.querySelector<HTMLElement>('[data-begin]') ??
    scope?.querySelector<HTMLElement>('button')
  ;(node ?? scope)?.focus()
}
