// What changed between two graphs → the steps a person walks through, in reading order: nodes, then wires that say something of their
// own, then the settings of training as one. And every field of a node, when what stayed is to be seen as well.

import type { Comparison, EdgeChange, FieldChange, Graph, Node, NodeChange, Training } from '../contract'
import { goneKey } from './overlay'

export type Mark = 'added' | 'removed' | 'changed'

export interface Step {
  key: string
  mark: Mark
  /** Nodes of the overlay to look at. */
  nodes: string[]
  /** The wire of the overlay, where the step is one. */
  wire: string | null
  what:
    | { type: 'node'; before: Node | null; after: Node | null }
    | { type: 'wire'; from: string; to: string }
    | { type: 'training'; before: Training; after: Training }
  fields: readonly FieldChange[]
}

export function stepsOf({ before, after, diff }: Comparison): Step[] {
  const steps = diff.nodes.map((change) => nodeStep(change, before, after))
  for (const change of diff.edges) if (!change.implied) steps.push(wireStep(change, before, after, diff.same))
  if (diff.training.length)
    steps.push({
      key: 'training',
      mark: 'changed',
      nodes: [],
      wire: null,
      what: { type: 'training', before: before.training, after: after.training },
      fields: diff.training,
    })
  return steps
}

function nodeStep(change: NodeChange, before: Graph, after: Graph): Step {
  const key = change.after ?? goneKey(change.before ?? '')
  const what = {
    type: 'node' as const,
    before: change.before === null ? null : (before.nodes[change.before] ?? null),
    after: change.after === null ? null : (after.nodes[change.after] ?? null),
  }
  return { key, mark: change.type, nodes: [key], wire: null, what, fields: change.fields }
}

function wireStep(change: EdgeChange, before: Graph, after: Graph, same: Readonly<Record<string, string>>): Step {
  const there = change.after !== null
  const graph = there ? after : before
  const edge = graph.edges[change.after ?? change.before ?? '']
  const now = new Map(Object.entries(same).map(([id, old]) => [old, id]))
  const keyOf = (id: string) => (there ? id : (now.get(id) ?? goneKey(id)))
  const ends = edge ? [edge.source, edge.target] : []
  const wire = there ? (change.after ?? '') : goneKey(change.before ?? '')
  return {
    key: `wire ${wire}`,
    mark: change.type,
    nodes: ends.map(keyOf),
    wire,
    what: { type: 'wire', from: graph.nodes[ends[0] ?? '']?.name ?? '', to: graph.nodes[ends[1] ?? '']?.name ?? '' },
    fields: change.fields,
  }
}

export interface FieldRow extends FieldChange {
  same: boolean
}

/** The fields that differ, and with `all` what both sides say besides. */
export function rowsOf(step: Step, all: boolean): FieldRow[] {
  const rows = step.fields.map((field) => ({ ...field, same: false }))
  if (!all || step.what.type !== 'node') return rows
  const { before, after } = step.what
  const known = new Set(rows.map((row) => row.place))
  const said = new Map([...entries(before), ...entries(after)])
  for (const [place, value] of said) {
    if ([...known].some((each) => each === place || each.startsWith(`${place}.`))) continue
    const [old, now] = [before, after].map((node) => new Map(entries(node)).has(place))
    const unset = old === now ? null : old ? ('after' as const) : ('before' as const)
    rows.push({ place, before: old ? value : null, after: now ? value : null, unset, same: true })
  }
  return rows
}

function entries(node: Node | null): [string, unknown][] {
  if (!node) return []
  return Object.entries(node).flatMap(([field, value]): [string, unknown][] => {
    if (field === 'type') return []
    if (field === 'params') return Object.entries(value as object).map(([name, inner]) => [`params.${name}`, inner])
    return value === null ? [] : [[field, value]]
  })
}
