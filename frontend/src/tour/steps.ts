// The three steps: what each says, what on the page it stands beside, and when a person has done it.

import type { GraphSnapshot } from '../document/graph'

export interface Standing {
  readonly graph: Pick<GraphSnapshot, 'nodes' | 'edges'>
  /** Some run is under way. */
  readonly training: boolean
}

export interface Step {
  /** Of messages `tour-<id>` and `tour-<id>-how`. */
  readonly id: 'add' | 'shapes' | 'train' | 'watch'
  /** Where it stands in the three; to watch is the second half of the last. */
  readonly number: 1 | 2 | 3
  /** The first of these that is on screen. */
  readonly beside: readonly string[]
  /** Against how it was when the step began. */
  readonly done: (now: Standing, before: Standing) => boolean
}

export const STEPS: readonly Step[] = [
  {
    id: 'add',
    number: 1,
    beside: ['[data-region="palette"]', '[data-opens="palette"]'],
    done: (now, before) => added(now.graph.nodes, before.graph.nodes) || added(now.graph.edges, before.graph.edges),
  },
  {
    id: 'shapes',
    number: 2,
    beside: ['.react-flow__node-card', '[data-region="drawing"]'],
    done: (now, before) => params(now) !== params(before),
  },
  {
    id: 'train',
    number: 3,
    beside: ['[data-tour="train"]'],
    done: (now) => now.training,
  },
  {
    id: 'watch',
    number: 3,
    beside: ['[data-region="bench"]'],
    done: () => false,
  },
]

function added(now: object, before: object): boolean {
  return Object.keys(now).some((id) => !(id in before))
}

function params({ graph }: Standing): string {
  return JSON.stringify(Object.values(graph.nodes).map((node) => (node.type === 'layer' ? node.params : null)))
}
