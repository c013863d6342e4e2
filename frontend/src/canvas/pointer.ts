// Where the pointer was last seen on the page, and what it pressed: what comes by key comes to stand there.

let last: { x: number; y: number } | null = null
let pressed: EventTarget | null = null
let pressedAt = { x: 0, y: 0 }
/** Stands for the pointer while a command of a menu runs: what it adds comes to stand where the menu was opened. */
let stead: { x: number; y: number } | null = null

export function followPointer(): () => void {
  const move = (event: PointerEvent) => (last = { x: event.clientX, y: event.clientY })
  const press = (event: PointerEvent) => {
    move(event)
    pressed = event.target
    pressedAt = { x: event.clientX, y: event.clientY }
  }
  const focus = (event: FocusEvent) => (pressed = event.target)
  const leave = () => (last = null)
  addEventListener('pointermove', move, { passive: true })
  addEventListener('pointerdown', press, { passive: true, capture: true })
  addEventListener('focusin', focus)
  document.documentElement.addEventListener('pointerleave', leave)
  return () => {
    removeEventListener('pointermove', move)
    removeEventListener('pointerdown', press, true)
    removeEventListener('focusin', focus)
    document.documentElement.removeEventListener('pointerleave', leave)
    // Another canvas comes: where the pointer was on this one says nothing there.
    last = null
    pressed = null
  }
}

/** Null while it is not over this element, or something lies over it there. */
export function pointerOn(element: Element | null): { x: number; y: number } | null {
  if (stead) return stead
  return last && element?.contains(document.elementFromPoint(last.x, last.y)) ? last : null
}

export function standAt(at: { x: number; y: number }, run: () => void): void {
  stead = at
  try {
    run()
  } finally {
    stead = null
  }
}

/** Where the last press was, whatever it pressed. */
export function lastPress(): { x: number; y: number } {
  return pressedAt
}

/** Whether the last press or focus was in this element: a press on the canvas focuses nothing. */
export function wasPressed(element: Element | null): boolean {
  return pressed instanceof Node && (element?.contains(pressed) ?? false)
}
