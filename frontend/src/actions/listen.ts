// The one listener for commands by key: a press → the action that answers to it where the focus is.

import { isTyping } from '../ui/typing'
import { offered, type Action } from './actions'
import { keysOf } from './bindings'
import { spellings } from './keys'

export function listen(): () => void {
  addEventListener('keydown', answer)
  return () => removeEventListener('keydown', answer)
}

function answer(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing) return
  const action = actionFor(spellings(event), event.target)
  if (!action) return
  event.preventDefault()
  if (!event.repeat || action.repeats) action.run()
}

/** Of several, the one that belongs to the place of the focus; then the one offered last. */
export function actionFor(pressed: readonly string[], target: EventTarget | null): Action | undefined {
  const here = pressed.length ? placeOf(target) : []
  const typing = isTyping(target)
  const open = offered()
    .toReversed()
    .filter((each) => (!typing || each.typing) && here.includes(each.scope ?? 'anywhere'))
  for (const spelling of pressed)
    for (const scope of here) {
      const found = open.find(
        (each) =>
          (each.scope ?? 'anywhere') === scope &&
          keysOf(each).includes(spelling) &&
          !(each.native && each.keys?.includes(spelling)) &&
          each.when?.() !== false,
      )
      if (found) return found
    }
  return undefined
}

/** Scopes of the focus, the narrowest first. With the focus on nothing, keys go to the drawing; under a window the page's own rest. */
function placeOf(target: EventTarget | null): NonNullable<Action['scope']>[] {
  const above = document.querySelector<HTMLElement>('dialog:modal')
  if (above) return above.dataset.scope === 'compare' ? ['compare'] : []
  const element = target instanceof Element ? target : null
  const scope = element?.closest<HTMLElement>('[data-scope]')?.dataset.scope
  if (scope === 'outline' || scope === 'canvas') return [scope, 'anywhere']
  return !element || element === document.body ? ['canvas', 'outline', 'anywhere'] : ['anywhere']
}
