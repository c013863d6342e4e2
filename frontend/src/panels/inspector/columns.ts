// Which columns of a table an Input may take. Mirrors backend/layerloom/graph/validate/ends.py.

import type { Column, DataSpec, InputNode, Node } from '../../contract'

type Nodes = Readonly<Record<string, Node>>

export interface Offered {
  readonly column: Column
  /** Why it cannot flow in; null where it can. */
  readonly why: string | null
  /** How many numbers one cell becomes. */
  readonly width: number
}

const USABLE = ['number', 'category']

/** Target columns, by the Output that learns them. */
export function targetsOf(nodes: Nodes, data: DataSpec): Map<string, string> {
  const targets = new Map<string, string>()
  for (const node of Object.values(nodes)) {
    const column = node.type === 'output' ? (node.target ?? data.target) : null
    if (column) targets.set(column, node.name)
  }
  if (!targets.size && data.target) targets.set(data.target, 'an Output')
  return targets
}

export function offeredColumns(nodes: Nodes, data: DataSpec): Offered[] {
  const targets = targetsOf(nodes, data)
  return data.columns.map((column) => ({ column, why: whyNot(column, targets), width: widthOf(column) }))
}

function widthOf(column: Column): number {
  return column.kind === 'category' ? column.categories.length : 1
}

function whyNot(column: Column, targets: ReadonlyMap<string, string>): string | null {
  const learner = targets.get(column.name)
  if (learner !== undefined) return `learned by ${learner}`
  if (USABLE.includes(column.kind)) return null
  return column.kind === 'constant' ? 'always the same' : `holds ${column.kind}s`
}

/** What an Input takes: the chosen columns, or every usable one that no other Input asks for by name. */
export function takenBy(nodes: Nodes, id: string, node: InputNode, data: DataSpec): string[] {
  if (node.columns) return [...node.columns]
  const named = new Set(
    Object.entries(nodes).flatMap(([other, each]) => (other !== id && each.type === 'input' ? (each.columns ?? []) : [])),
  )
  return offeredColumns(nodes, data)
    .filter(({ column, why }) => why === null && !named.has(column.name))
    .map(({ column }) => column.name)
}
