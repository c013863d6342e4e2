// A suggestion for a target → the edits that put it to use. Pure: knows the graph as data, edits nothing itself.

import type { Edit, Node, OutputNode, Spec, Suggestion } from '../../contract'
import { wordsOf } from '../../catalog/line'
import type { GraphSnapshot } from '../../document/graph'
import { t } from '../../words/words'

type Drawn = Pick<GraphSnapshot, 'nodes' | 'edges'>

export interface Output {
  readonly id: string
  readonly node: OutputNode
}

export function outputsOf(graph: Pick<Drawn, 'nodes'>): Output[] {
  return Object.entries(graph.nodes).flatMap(([id, node]) => (node.type === 'output' ? [{ id, node }] : []))
}

/** Units and activation of the Dense before the output; loss and metrics only where somebody chose others. Empty when all is so already. */
export function headEdits(graph: Drawn, output: string, suggestion: Suggestion): Edit[] {
  const node = graph.nodes[output]
  if (node?.type !== 'output') return []
  const edits: Edit[] = []
  const before = layerBefore(graph, output)
  if (before) {
    const { units, activation } = before.node.params
    if (units !== suggestion.units) edits.push(param(before.id, 'units', suggestion.units))
    if ((activation ?? 'linear') !== (suggestion.activation ?? 'linear'))
      edits.push(param(before.id, 'activation', suggestion.activation === 'linear' ? null : suggestion.activation))
  }
  if (node.loss && !same(node.loss, suggestion.loss))
    edits.push({ type: 'set_field', node: output, field: 'loss', value: null })
  if (node.metrics && !same(node.metrics, suggestion.metrics))
    edits.push({ type: 'set_field', node: output, field: 'metrics', value: null })
  return edits
}

export function inWords(suggestion: Suggestion): string {
  const head = t('data-head', { n: suggestion.units })
  const activation = suggestion.activation && suggestion.activation !== 'linear' ? `, ${suggestion.activation}` : ''
  return `${head}${activation} · ${named(suggestion.loss)} · ${suggestion.metrics.map(named).join(', ')}`
}

/** As the output's card says it; a metric's own name where it has one. */
function named(spec: Spec): string {
  const own = spec.params['name']
  return typeof own === 'string' ? own : wordsOf(spec.name)
}

function layerBefore(graph: Drawn, output: string): { id: string; node: Node & { type: 'layer' } } | null {
  const edge = Object.values(graph.edges).find((one) => one.target === output)
  const node = edge && graph.nodes[edge.source]
  return edge && node?.type === 'layer' && node.layer === 'Dense' && !node.shares ? { id: edge.source, node } : null
}

function param(node: string, name: string, value: unknown): Edit {
  return { type: 'set_param', node, param: name, value } as Edit
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}
