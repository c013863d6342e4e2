// A key press → how it is written in an action ('Mod+Shift+Z'), and that → how a person and a screen reader are told of it.

import { t } from '../words/words'

export const MAC = typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.platform)

type Press = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'> & {
  getModifierState?: KeyboardEvent['getModifierState']
}

const ORDER = ['Mod', 'Ctrl', 'Meta', 'Alt', 'Shift']
const MODIFIERS = new Set(['Control', 'Meta', 'Alt', 'Shift', 'AltGraph', 'CapsLock', 'Dead', 'Process', 'Unidentified'])

/**
 * The spellings a press may be bound under, best first; none for a modifier alone. A sign is what it says, wherever it stands on the
 * keyboard ('/' is Shift+7 on a German one); a key that gives no Latin letter goes by its place as well.
 */
export function spellings(press: Press, mac = MAC): string[] {
  if (MODIFIERS.has(press.key)) return []
  const typed = press.getModifierState?.('AltGraph') ?? false
  const held = new Set<string>()
  if (!typed && (mac ? press.metaKey : press.ctrlKey)) held.add('Mod')
  if (!typed && (mac ? press.ctrlKey : press.metaKey)) held.add(mac ? 'Ctrl' : 'Meta')
  if (!typed && press.altKey) held.add('Alt')
  if (press.shiftKey) held.add('Shift')
  const key = press.key === ' ' ? 'Space' : press.key
  if (key.length > 1 || /[a-z0-9]/i.test(key)) return [spell(held, key)]
  const place = /^(?:Key|Digit)([A-Z0-9])$/.exec(press.code)?.[1]
  const sign = new Set([...held].filter((each) => each !== 'Shift'))
  return [spell(sign, key), ...(place ? [spell(held, place)] : [])]
}

function spell(held: ReadonlySet<string>, key: string): string {
  return [...ORDER.filter((each) => held.has(each)), key.length === 1 ? key.toUpperCase() : key].join('+')
}

/** 'shift+mod+z' and 'Mod+Shift+Z' are the same keys. */
export function normal(keys: string): string {
  const parts = keys.split(/\+(?=.)/)
  const key = parts.pop() ?? ''
  const held = new Set(parts.map((part) => ORDER.find((each) => each.toLowerCase() === part.toLowerCase()) ?? part))
  return spell(held, key)
}

const MAC_SIGNS: Record<string, string> = { Mod: '⌘', Ctrl: '⌃', Alt: '⌥', Shift: '⇧' }
const SIGNS: Record<string, string> = { ArrowUp: '↑', ArrowDown: '↓', ArrowLeft: '←', ArrowRight: '→' }

/** 'Mod+Shift+Z' → ["Ctrl", "Shift", "Z"], on a Mac ["⇧", "⌘", "Z"]: each is drawn as a key. */
export function keyCaps(keys: string, mac = MAC): string[] {
  return keys.split(/\+(?=.)/).map((part) => {
    if (mac && MAC_SIGNS[part]) return MAC_SIGNS[part]
    if (SIGNS[part]) return SIGNS[part]
    if (part.length === 1 || /^F\d+$/.test(part)) return part
    return t(`actions-key-${(part === 'Mod' ? 'Ctrl' : part).toLowerCase()}`)
  })
}

export function keyText(keys: string): string {
  return keyCaps(keys).join(MAC ? '' : ' ')
}

/** For `aria-keyshortcuts`. */
export function ariaKeys(keys: string): string {
  return keys.replace('Mod', MAC ? 'Meta' : 'Control').replace('Ctrl', 'Control')
}
