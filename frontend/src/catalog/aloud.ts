// A node or a wire → what is said of it after its name: what it gives, what it costs, what it is wired to, what is wrong.

import type { Edge, Node, NodeInference, Problem } from '../contract'
import { shapeText } from '../ui/format'
import { t } from '../words/words'
import type { CatalogIndex } from './catalog'
import { lineOf } from './line'
import { isCall } from './member'
import { layerOf } from './ports'

interface Graph {
  readonly nodes: Readonly<Record<string, Node>>
  readonly edges: Readonly<Record<string, Edge>>
}

interface Known {
  readonly nodes: Readonly<Record<string, NodeInference>>
  readonly problemsByNode: Readonly<Record<string, readonly Problem[]>>
  readonly problemsByEdge: Readonly<Record<string, readonly Problem[]>>
}

/** Empty for what is neither. */
export function aloud(id: string, catalog: CatalogIndex, graph: Graph, known: Known): string {
  const edge = graph.edges[id]
  if (edge) return sentences([carried(edge, known), ...troubles(known.problemsByEdge[id])])
  const node = graph.nodes[id]
  if (!node) return ''
  const found = known.nodes[id]
  const shapes = found && !found.stale ? Object.values(found.outputs).map(({ shape }) => shapeText(shape)) : []
  const wired = Object.values(graph.edges)
  const from = wired.flatMap((each) => (each.target === id ? [graph.nodes[each.source]?.name ?? ''] : []))
  const to = wired.flatMap((each) => (each.source === id ? [graph.nodes[each.target]?.name ?? ''] : []))
  return sentences([
    lineOf(catalog, node, layerOf(graph.nodes, node)),
    isCall(node) && node.bypassed && t('aloud-bypassed'),
    shapes.length > 0 && t('aloud-gives', { shapes: shapes.join(', ') }),
    found !== undefined && found.params > 0 && t('aloud-parameters', { n: found.params }),
    from.length > 0 && t('aloud-from', { names: from.join(', ') }),
    to.length > 0 && t('aloud-to', { names: to.join(', ') }),
    ...troubles(known.problemsByNode[id]),
  ])
}

function carried(edge: Edge, known: Known): string | false {
  const shape = known.nodes[edge.source]?.outputs[edge.source_port]?.shape
  return shape !== undefined && t('aloud-carries', { shape: shapeText(shape) })
}

function troubles(problems: readonly Problem[] = []): string[] {
  return problems.map(({ severity, title }) => t(`aloud-${severity}`, { title }))
}

function sentences(parts: readonly (string | false)[]): string {
  return parts
    .filter((part) => part !== false && part !== '')
    .map((part) => (/[.!?。！？]$/.test(String(part)) ? part : t('aloud-sentence', { text: String(part) })))
    .join(' ')
}
