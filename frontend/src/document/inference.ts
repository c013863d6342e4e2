// Inference patches → shapes, costs and problems by node, each entry the same object until it really changed.

import { createStore, type StoreApi } from 'zustand/vanilla'
import type { InferencePatch, NodeInference, Problem, Totals } from '../contract'

export interface InferenceView {
  /** `waiting` until the first patch. */
  readonly state: 'waiting' | InferencePatch['state']
  readonly version: number
  readonly nodes: Readonly<Record<string, NodeInference>>
  readonly problems: readonly Problem[]
  readonly problemsByNode: Readonly<Record<string, readonly Problem[]>>
  readonly problemsByEdge: Readonly<Record<string, readonly Problem[]>>
  readonly totals: Totals | null
  readonly plan_ok: boolean
}

export type InferenceStore = StoreApi<InferenceView>

export const BEFORE: InferenceView = {
  state: 'waiting',
  version: -1,
  nodes: {},
  problems: [],
  problemsByNode: {},
  problemsByEdge: {},
  totals: null,
  plan_ok: false,
}

export function inferenceStore(): InferenceStore {
  return createStore<InferenceView>(() => BEFORE)
}

export function foldPatch(view: InferenceView, patch: InferencePatch): InferenceView {
  const nodes: Record<string, NodeInference> = patch.whole ? {} : { ...view.nodes }
  for (const [id, node] of Object.entries(patch.nodes)) nodes[id] = kept(view.nodes[id], node)
  for (const id of patch.removed) delete nodes[id]
  const problems = patch.problems.map((problem) => view.problems.find((old) => equal(old, problem)) ?? problem)
  return {
    state: patch.state,
    version: patch.version,
    nodes,
    problems,
    problemsByNode: group(problems, (problem) => problem.nodes, view.problemsByNode),
    problemsByEdge: group(problems, (problem) => problem.edges, view.problemsByEdge),
    totals: patch.totals,
    plan_ok: patch.plan_ok,
  }
}

function group(
  problems: readonly Problem[],
  places: (problem: Problem) => readonly string[],
  before: Readonly<Record<string, readonly Problem[]>>,
): Record<string, readonly Problem[]> {
  const groups: Record<string, Problem[]> = {}
  for (const problem of problems) for (const id of new Set(places(problem))) (groups[id] ??= []).push(problem)
  for (const [id, found] of Object.entries(groups)) {
    const old = before[id]
    if (old?.length === found.length && old.every((problem, at) => problem === found[at])) groups[id] = old as Problem[]
  }
  return groups
}

function kept<T>(old: T | undefined, fresh: T): T {
  return old !== undefined && equal(old, fresh) ? old : fresh
}

function equal(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}
