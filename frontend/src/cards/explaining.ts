// What a thing of the palette does for its layer's card: the pointer that rests on it shows it in passing, "?" opens it.

import type { KeyboardEvent, PointerEvent } from 'react'
import type { Item } from '../catalog/starts'
import { leavePeek, openCard, peekAt } from './opening'

/** `why` it cannot follow what is selected, where it cannot. */
export function explaining(item: Item, why: string) {
  if (item.type !== 'layer') return {}
  const { layer } = item
  return {
    onPointerEnter: (event: PointerEvent<HTMLElement>) => {
      if (event.pointerType === 'mouse' && !event.buttons) peekAt({ layer, why, beside: event.currentTarget })
    },
    onPointerLeave: leavePeek,
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key !== '?') return
      event.preventDefault()
      openCard({ type: 'layer', layer })
    },
  }
}
