// One stop of the Tab key for a row of controls; arrows, Home and End walk inside it.

import { useLayoutEffect, useRef, type KeyboardEvent, type RefObject } from 'react'

const WALKS = 'button:not(:disabled), a[href], input:not(:disabled), [data-walk]'

interface Roving<T> {
  ref: RefObject<T | null>
  onKeyDown: (event: KeyboardEvent) => void
  onFocus: (event: { target: EventTarget }) => void
}

/** Spread on the box. `axis` says which arrows walk. */
export function useRoving<T extends HTMLElement>(axis: 'row' | 'column' = 'row'): Roving<T> {
  const ref = useRef<T>(null)
  const last = useRef<HTMLElement | null>(null)
  const all = () => [...(ref.current?.querySelectorAll<HTMLElement>(WALKS) ?? [])]
  const stop = (at: HTMLElement | undefined) => {
    for (const each of all()) each.tabIndex = each === at ? 0 : -1
    last.current = at ?? null
  }
  // After every drawing: controls come and go, and one of them must be reached by Tab.
  useLayoutEffect(() => {
    const now = all()
    stop(now.find((each) => each === last.current) ?? now[0])
  })
  return {
    ref,
    onFocus: ({ target }) => {
      const at = all().find((each) => each === target)
      if (at) stop(at)
    },
    onKeyDown: (event) => {
      const now = all()
      const at = now.indexOf(document.activeElement as HTMLElement)
      if (at < 0) return
      const [back, on] = axis === 'row' ? ['ArrowLeft', 'ArrowRight'] : ['ArrowUp', 'ArrowDown']
      const next =
        event.key === on
          ? (at + 1) % now.length
          : event.key === back
            ? (at - 1 + now.length) % now.length
            : event.key === 'Home'
              ? 0
              : event.key === 'End'
                ? now.length - 1
                : null
      if (next === null) return
      event.preventDefault()
      event.stopPropagation()
      now[next]?.focus()
    },
  }
}
