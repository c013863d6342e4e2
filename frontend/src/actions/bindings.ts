// Which keys an action has: a person's own, kept in this browser, else its defaults; and which others would answer to the same keys.

import { useSyncExternalStore } from 'react'
import { createStore } from 'zustand/vanilla'
import { offered, onOffers, type Action } from './actions'
import { keyText, normal } from './keys'

const KEY = 'layerloom.keys'

type Own = Readonly<Record<string, readonly string[]>>

function kept(): Own {
  try {
    const own: unknown = JSON.parse(globalThis.localStorage?.getItem(KEY) ?? '{}')
    const rows = own && typeof own === 'object' ? Object.entries(own as Record<string, unknown>) : []
    return Object.fromEntries(rows.filter((row): row is [string, string[]] => areKeys(row[1])))
  } catch {
    return {}
  }
}

function areKeys(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((each) => typeof each === 'string')
}

export const ownKeys = createStore<{ own: Own }>(() => ({ own: kept() }))

ownKeys.subscribe(({ own }) => globalThis.localStorage?.setItem(KEY, JSON.stringify(own)))

export function keysOf(action: Action): readonly string[] {
  return (ownKeys.getState().own[action.id] ?? action.keys ?? []).map(normal)
}

/** Gives an action these keys instead of its own; whoever had a new one of them loses it. */
export function bind(action: Action, keys: readonly string[]): void {
  const before = keysOf(action)
  const own: Record<string, readonly string[]> = { ...ownKeys.getState().own, [action.id]: keys.map(normal) }
  for (const spelling of (own[action.id] ?? []).filter((each) => !before.includes(each)))
    for (const other of othersOn(action, spelling)) own[other.id] = keysOf(other).filter((each) => each !== spelling)
  ownKeys.setState({ own })
}

/** Back to the defaults: of one action, or of all. */
export function reset(id?: string): void {
  const { own } = ownKeys.getState()
  ownKeys.setState({ own: id ? Object.fromEntries(Object.entries(own).filter(([each]) => each !== id)) : {} })
}

/** Who answers to these keys at the same place: told before they are taken away, and where two were given the same ones. */
export function othersOn(action: Action, keys: string): Action[] {
  const spelling = normal(keys)
  return offered().filter(
    (other) => other.id !== action.id && meet(other.scope, action.scope) && keysOf(other).includes(spelling),
  )
}

function meet(one: Action['scope'] = 'anywhere', other: Action['scope'] = 'anywhere'): boolean {
  return one === other || one === 'anywhere' || other === 'anywhere'
}

const subscribe = (listener: () => void) => {
  const offs = [ownKeys.subscribe(listener), onOffers(listener)]
  return () => offs.forEach((off) => off())
}

/** The keys of an action as a tooltip shows them, or undefined: "Ctrl Z". */
export function useKeyText(id: Action['id']): string | undefined {
  return useSyncExternalStore(subscribe, () => {
    const action = offered().find((each) => each.id === id)
    const first = action && keysOf(action)[0]
    return first && keyText(first)
  })
}
