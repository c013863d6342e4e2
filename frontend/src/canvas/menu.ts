// The menu that adds at a point of the canvas: what it was opened for decides what it offers and what choosing does.

import { create } from 'zustand'
import type { Position } from '../contract'
import type { Joint } from './wiring'

export type Purpose =
  | { type: 'free' }
  /** A wire ended on empty canvas: the choice is wired to it. */
  | { type: 'wired'; joint: Joint }
  | { type: 'insert'; edge: string }
  /** By keyboard: choose among the nodes that a wire from here may reach. */
  | { type: 'connect'; node: string }
  /** Go to anything: choosing a node selects it. */
  | { type: 'find' }

export interface OpenMenu {
  purpose: Purpose
  /** On screen. */
  at: Position
  /** On the canvas: where the new node will stand. */
  place: Position
}

export const useMenu = create<{ menu: OpenMenu | null }>(() => ({ menu: null }))

export function openMenu(menu: OpenMenu): void {
  useMenu.setState({ menu })
}

export function closeMenu(): void {
  useMenu.setState({ menu: null })
}
