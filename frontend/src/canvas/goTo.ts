// Opens the list of everything on the canvas, in the middle of the window.

import { openMenu } from './menu'

export function goTo(): void {
  openMenu({ purpose: { type: 'find' }, at: { x: innerWidth / 2 - 150, y: 72 }, place: { x: 0, y: 0 } })
}
