// Which columns of a table an Input may take. Mirrors backend/layerloom/graph/validate/ends.py.

import type { Column, DataSpec, Edge, InputNode, Node } from '../../contract'
import { t } from '../../words/words'

type Nodes = Readonly<Record<string, Node>>

export interface Offered {
  readonly column: Column
  /** Why it cannot flow in; null where it can. */
  readonly why: string | null
  /** How many numbers one cell of a flat column becomes. */
  readonly width: number
}

/** Cells become numbers that stand side by side with those of other columns. */
export function isFlat(column: Column): boolean {
  return column.kind === 'number' || column.kind === 'category'
}

/** Cells are tensors of their own: a column of them fills an Input alone. */
export function isWhole(column: Column): boolean {
  return column.shape !== null
}

/** Layers that look up by themselves what a cell says, so that it may flow in as it stands; mirrors backend/layerloom/graph/learning.py. */
const READS: Readonly<Record<string, 'text' | 'whole'>> = { TextVectorization: 'text', StringLookup: 'text', IntegerLookup: 'whole' }

/** Whether the Input's cells flow in as they stand: because it says so, or because every layer right behind it wants them so. */
export function isRaw(graph: { nodes: Nodes; edges: Readonly<Record<string, Edge>> }, id: string, node: InputNode): boolean {
  if (node.dtype === 'string' || node.scaling === 'raw') return true
  if (node.scaling !== 'auto') return false
  const behind = Object.values(graph.edges).filter((edge) => edge.source === id)
  const wants = new Set(behind.map(({ target }) => readsOf(graph.nodes[target])))
  return wants.size === 1 && !wants.has(null)
}

function readsOf(node: Node | undefined): 'text' | 'whole' | null {
  return (node?.type === 'layer' && READS[node.layer]) || null
}

/** Whether the data leaves a choice: of a set of pictures and labels an Input can only take the pictures. */
export function isChoice(data: DataSpec): boolean {
  return data.columns.filter((column) => column.name !== data.target && (isFlat(column) || isWhole(column) || column.kind === 'text')).length > 1
}

/** Target columns, by the Output that learns them. */
export function targetsOf(nodes: Nodes, data: DataSpec): Map<string, string> {
  const targets = new Map<string, string>()
  for (const node of Object.values(nodes)) {
    const column = node.type === 'output' ? (node.target ?? data.target) : null
    if (column) targets.set(column, node.name)
  }
  if (!targets.size && data.target) targets.set(data.target, t('inspector-an-output'))
  return targets
}

/** `raw`: to an Input whose cells flow in as they stand. */
export function offeredColumns(nodes: Nodes, data: DataSpec, raw = false): Offered[] {
  const targets = targetsOf(nodes, data)
  return data.columns.map((column) => ({ column, why: whyNot(column, targets, raw), width: widthOf(column, raw) }))
}

function widthOf(column: Column, raw: boolean): number {
  return !raw && column.kind === 'category' ? column.categories.length : 1
}

function whyNot(column: Column, targets: ReadonlyMap<string, string>, raw: boolean): string | null {
  const learner = targets.get(column.name)
  if (learner !== undefined && column.kind !== 'picture') return t('inspector-column-learned', { name: learner })
  if (isFlat(column) || isWhole(column) || (raw && column.kind === 'text')) return null
  return t(column.kind === 'constant' ? 'inspector-column-constant' : `inspector-column-holds-${column.kind}`)
}

/** What an Input takes: the chosen columns, or every usable one that no other Input asks for by name. */
export function takenBy(nodes: Nodes, id: string, node: InputNode, data: DataSpec, raw = false): string[] {
  if (node.columns) return [...node.columns]
  const named = new Set(
    Object.entries(nodes).flatMap(([other, each]) => (other !== id && each.type === 'input' ? (each.columns ?? []) : [])),
  )
  const free = offeredColumns(nodes, data, raw).flatMap(({ column, why }) => (why === null && !named.has(column.name) ? [column] : []))
  if (raw) {
    const texts = free.filter((column) => column.kind === 'text')
    const words = texts.length ? texts : free.filter((column) => column.kind === 'category' && column.name !== data.target)
    if (words.length) return words.map(({ name }) => name)
  }
  const mixed = free.some(isWhole)
  return free.filter(({ name }) => !mixed || name !== data.target).map(({ name }) => name)
}
