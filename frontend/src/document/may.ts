// A part in a project → what a person may do with it. The server decides; the page only does not offer what would be refused.

import type { Joined } from '../contract'

export interface May {
  readonly part: Joined['part'] | null
  readonly draw: boolean
  readonly comment: boolean
  readonly train: boolean
  /** Edit the script: that runs code. */
  readonly code: boolean
  /** Share it, delete it, copy it. */
  readonly own: boolean
}

/** Before the server has answered. */
export const NOTHING_YET: May = { part: null, draw: false, comment: false, train: false, code: false, own: false }

export function mayOf(part: Joined['part'], train: boolean, code = false): May {
  const own = part === 'owner'
  const draw = own || part === 'edit'
  return { part, own, draw, comment: draw || part === 'comment', train: own || train, code: draw && code }
}
