// A part in the project → the commands on offer. The server would refuse the rest; here it is not even asked for.

import { useEffect } from 'react'
import { allowOnly, type Action } from '../actions/actions'
import { useMay } from '../document/hooks'
import type { May } from '../document/may'

type Need = Exclude<keyof May, 'part'>

/** The first that fits: a whole id, or the beginning of one. What fits none is for everybody. */
const NEEDS: readonly (readonly [string, Need | null])[] = [
  ['edit.copy', null],
  ['edit.select-', null],
  ['edit.deselect', null],
  ['edit.menu', null],
  ['edit.', 'draw'],
  ['add.comment', 'comment'],
  ['add.', 'draw'],
  ['view.tidy', 'draw'],
  ['view.palette', 'draw'],
  ['go.layers', 'draw'],
  ['go.name', 'draw'],
  ['run.', 'train'],
  ['project.script', null],
  ['project.duplicate', 'own'],
  ['project.', 'draw'],
  ['share.open', 'own'],
]

export function allowed(id: Action['id'], may: May): boolean {
  const need = NEEDS.find(([begins]) => id.startsWith(begins))?.[1]
  return need === undefined || need === null || may[need]
}

export function useBounds(): void {
  const may = useMay()
  useEffect(() => {
    allowOnly((id) => allowed(id, may))
    return () => allowOnly(() => true)
  }, [may])
}
