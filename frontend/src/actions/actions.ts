// Every command of the page, while the part that offers it is on screen: one list behind the keyboard, the command palette and the list of shortcuts.
//
// A part says what it offers:   useActions(() => [{ id: 'view.fit', title: 'canvas-fit', keys: ['F'], scope: 'canvas', run: fit }], [fit])
// A button shows the keys:      <IconButton label={t('canvas-fit')} keys={useKeyText('view.fit')} onClick={fit} />
// Anybody may run one by name:  run('view.fit')
// Nobody else listens for keys: listen.ts is the one listener. Keys inside a widget (arrows in a menu) stay in that widget's own onKeyDown.

import { useEffect, type DependencyList } from 'react'
import { createStore } from 'zustand/vanilla'
import type { Values } from '../words/words'

/** Headings of the list of shortcuts, in their order: messages `actions-group-*`. */
export const GROUPS = ['go', 'add', 'edit', 'move', 'view', 'run', 'project', 'share', 'settings'] as const
export type Group = (typeof GROUPS)[number]

/** Where its keys work: everywhere; or only while the focus is inside `data-scope="canvas"` (or on nothing at all), inside the outline, or while graphs are compared. */
export type Scope = 'anywhere' | 'canvas' | 'outline' | 'compare'

export interface Action {
  /** `group.name`; a person's own keys are kept under it, so it does not change. */
  id: `${Group}.${string}`
  /** Message id, with its values. */
  title: string
  values?: Values
  /** 'Mod+G', 'Alt+ArrowUp', 'Shift+A', '?'. Mod is Cmd on a Mac and Ctrl elsewhere. The first is the one that is shown. */
  keys?: readonly string[]
  scope?: Scope
  /** False: not now. Its keys are left to others, the palette does not offer it. */
  when?: () => boolean
  /** Goes on while the key is held: undo, moves. */
  repeats?: boolean
  /** Its keys work while a person types in a field, too. */
  typing?: boolean
  /** Its own keys are the browser's, and so is what they do (copy, paste): shown, and not listened for. */
  native?: boolean
  /** The palette finds it by its name and does not offer it unasked (a step to the left). */
  unlisted?: boolean
  run: () => void
}

export function groupOf({ id }: Pick<Action, 'id'>): Group {
  return GROUPS.find((group) => id.startsWith(`${group}.`)) ?? 'go'
}

interface Registry {
  lists: readonly (readonly Action[])[]
  allows: (id: Action['id']) => boolean
}

const registry = createStore<Registry>(() => ({ lists: [], allows: () => true }))

/** From here on only what is allowed is on offer. */
export function allowOnly(allows: Registry['allows']): void {
  registry.setState({ allows })
}

/** Offers these while mounted. Of two with one id the later one holds. */
export function useActions(make: () => readonly Action[], deps: DependencyList): void {
  // oxlint-disable-next-line react-hooks/exhaustive-deps -- the caller names what its actions depend on
  useEffect(() => offer(make()), deps)
}

export function offer(list: readonly Action[]): () => void {
  registry.setState(({ lists }) => ({ lists: [...lists, list] }))
  return () => registry.setState(({ lists }) => ({ lists: lists.filter((each) => each !== list) }))
}

/** Everything on offer now, the newest last. */
export function offered(): Action[] {
  const { lists, allows } = registry.getState()
  const all = lists.flatMap((list) => list.filter(({ id }) => allows(id)))
  return [...new Map(all.map((action) => [action.id, action])).values()]
}

export const onOffers = registry.subscribe

/** False when nobody offers it, or not now. */
export function run(id: Action['id']): boolean {
  const action = offered().find((each) => each.id === id)
  if (!action || action.when?.() === false) return false
  action.run()
  return true
}
