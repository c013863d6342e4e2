// The menu of what applies to the thing that was pressed: which commands it lists for a node, a wire, a note, empty canvas.

import { create } from 'zustand'
import type { Action } from '../actions/actions'
import { select, useSelection } from '../document/selection'
import { noteIn } from './noteId'

type Ids = readonly Action['id'][]

export interface OpenContext {
  /** On screen. */
  at: { x: number; y: number }
  groups: readonly Ids[]
}

export const useContext = create<{ menu: OpenContext | null }>(() => ({ menu: null }))

const CLIPBOARD: Ids = ['edit.cut', 'edit.copy', 'edit.duplicate']
const REMOVE: Ids = ['edit.remove']
const NODE: readonly Ids[] = [
  ['view.enter-block', 'edit.connect', 'edit.bypass', 'edit.share'],
  ['edit.group', 'edit.unpack', 'edit.unfold'],
  ['add.comment'],
  CLIPBOARD,
  ['edit.select-upstream', 'edit.select-downstream', 'edit.select-path'],
  ['view.fit-selection', 'view.card'],
  REMOVE,
]
const WIRE: readonly Ids[] = [['add.into-wire'], REMOVE]
const NOTE: readonly Ids[] = [['edit.write'], CLIPBOARD, REMOVE]
const CANVAS: readonly Ids[] = [
  ['add.search', 'add.note'],
  ['edit.paste', 'edit.paste-with-wires', 'edit.select-all'],
  ['view.leave-block', 'view.fit', 'view.full-size', 'view.tidy', 'view.map'],
]

/** Selects what lies there, unless it is selected already, and opens its menu. False where the browser's own menu belongs. */
export function openContext(target: Element, at: OpenContext['at']): boolean {
  if (target.closest('textarea,input,[data-own-menu]')) return false
  const wire = target.closest<SVGElement>('.react-flow__edge')?.dataset.id
  const node = target.closest<HTMLElement>('.react-flow__node')?.dataset.id
  if (wire === undefined && node === undefined && !target.closest('.react-flow__pane')) return false
  useContext.setState({ menu: { at, groups: groupsFor(wire, node) } })
  return true
}

function groupsFor(wire: string | undefined, node: string | undefined): readonly Ids[] {
  const { nodes, edges, notes } = useSelection.getState()
  if (node !== undefined) {
    const note = noteIn(node)
    if (note === null && !nodes.includes(node)) select([node])
    if (note !== null && !notes.includes(note)) select([], [], [note])
    return note === null ? NODE : NOTE
  }
  if (wire === undefined) return CANVAS
  if (!edges.includes(wire)) select([], [wire])
  return WIRE
}

export function closeContext(): void {
  useContext.setState({ menu: null })
}
