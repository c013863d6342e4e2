// What an edited script would do → the same with what is new where it will stand: the server knows no card's size.

import type { Comparison, EditedSource, Position } from '../contract'
import { placeBelow } from '../document/place'

export function placed({ comparison, edits }: Pick<EditedSource, 'comparison' | 'edits'>): Comparison {
  const layout: Record<string, Position> = { ...comparison.after.layout }
  const added = edits.filter((edit) => edit.type === 'add_node')
  for (const { id } of added) delete layout[id]
  for (const { id, near } of added) layout[id] = placeBelow({ layout }, near)
  return { ...comparison, after: { ...comparison.after, layout } }
}
