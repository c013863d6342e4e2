// The focus on a row, once it is drawn.

import { select } from '../../document/selection'

export function focusRow(id: string | undefined): void {
  if (id === undefined) return
  select([id])
  requestAnimationFrame(() =>
    document.querySelector<HTMLElement>(`[data-scope=outline] [data-id="${CSS.escape(id)}"]`)?.focus(),
  )
}
