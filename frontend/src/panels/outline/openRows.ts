// Which blocks of the outline show what is inside.

import { create } from 'zustand'

export const useOpenRows = create<{ rows: ReadonlySet<string> }>(() => ({ rows: new Set() }))

export function openRows(ids: readonly string[]): void {
  const { rows } = useOpenRows.getState()
  if (ids.some((id) => !rows.has(id))) useOpenRows.setState({ rows: new Set([...rows, ...ids]) })
}

export function closeRow(id: string): void {
  useOpenRows.setState(({ rows }) => ({ rows: new Set([...rows].filter((each) => each !== id)) }))
}
