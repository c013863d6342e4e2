// For tests: a small catalog, and documents that exchange updates without a server.

import * as Y from 'yjs'
import { indexCatalog, type CatalogIndex } from '../catalog/catalog'
import type { Catalog, LayerNode, Member, Param, Port } from '../contract'
import { blockEditsOf, type BlockEdits } from './blockEdits'
import { editsOf, type Edits } from './edits'
import { graphOf, type GraphStore } from './graph'
import { historyOf, type History } from './history'
import { rootsOf, type Roots } from './roots'

export function param(name: string, rest: Partial<Param> = {}): Param {
  return {
    name,
    type: 'int',
    nullable: false,
    required: false,
    default: null as unknown as Param['default'],
    choices: [],
    rank: null,
    pairs: false,
    call: false,
    whole: false,
    minimum: null,
    maximum: null,
    common: false,
    doc: '',
    ...rest,
  }
}

export function port(name: string, rest: Partial<Port> = {}): Port {
  return { name, many: false, required: true, when: null, each: '', doc: '', ...rest }
}

export function member(name: string, rest: Partial<Member> = {}): Member {
  return {
    kind: 'layer',
    name,
    path: `keras.layers.${name}`,
    aliases: [],
    params: [],
    inputs: [port('input')],
    outputs: [port('output')],
    signature: [],
    operation: '',
    operands: [],
    section: '',
    summary: '',
    doc: '',
    stands_alone: true,
    dtypes: [],
    channels: [],
    reason: '',
    example: null,
    start: {},
    group: 'core',
    icon: 'dense',
    teaching: '',
    rank: [],
    hidden: false,
    ...rest,
  }
}

const whenState = { param: 'return_state', equals: true }
const size = (name: string, required = false) => param(name, { type: 'int_tuple', rank: 2, common: true, required })
const value = (value: unknown) => value as Param['default']

const MEMBERS: Member[] = [
  member('Dense', {
    params: [
      param('units', { required: true }),
      param('activation', { type: 'activation', nullable: true, common: true }),
      param('use_bias', { type: 'bool', default: value(true) }),
    ],
  }),
  member('Conv2D', {
    rank: [4],
    params: [
      param('filters', { required: true }),
      size('kernel_size', true),
      { ...size('strides'), default: value([1, 1]) },
      param('padding', { type: 'choice', choices: ['valid', 'same'], default: value('valid'), common: true }),
      param('activation', { type: 'activation', nullable: true, common: true }),
      param('kernel_initializer', { type: 'initializer', default: value('glorot_uniform') }),
    ],
  }),
  member('Flatten', {}),
  member('Dropout', { params: [param('rate', { type: 'float', required: true })] }),
  member('Add', { inputs: [port('input', { many: true })] }),
  member('LSTM', {
    rank: [3],
    inputs: [port('input'), port('initial_state', { many: true, required: false })],
    outputs: [port('output'), port('state_h', { when: whenState }), port('state_c', { when: whenState })],
    params: [param('units', { required: true }), param('return_state', { type: 'bool', default: value(false) })],
  }),
  member('MultiHeadAttention', {
    inputs: [
      port('query'),
      port('value'),
      port('key', { required: false }),
      port('attention_mask', { required: false }),
    ],
    params: [param('num_heads', { required: true }), param('key_dim', { required: true })],
  }),
]

export const CATALOG: CatalogIndex = indexCatalog({
  keras_version: '3.15.1',
  popular: ['Dense', 'Conv2D'],
  groups: [{ id: 'core', title: 'Core', color: 'core' }],
  members: MEMBERS,
} as Catalog)

export interface Person {
  doc: Y.Doc
  roots: Roots
  graph: GraphStore
  history: History
  edit: Edits & BlockEdits
}

export function person(): Person {
  const doc = new Y.Doc()
  const roots = rootsOf(doc)
  const graph = graphOf(doc)
  const history = historyOf(doc, roots)
  const edit = { ...editsOf(roots, graph, history, CATALOG), ...blockEditsOf(roots, graph, history, CATALOG) }
  return { doc, roots, graph, history, edit }
}

/** Each gets what it lacks of the other. */
export function exchange(a: Person, b: Person): void {
  const [fromA, fromB] = [Y.encodeStateAsUpdate(a.doc), Y.encodeStateAsUpdate(b.doc)]
  Y.applyUpdate(a.doc, fromB, 'remote')
  Y.applyUpdate(b.doc, fromA, 'remote')
}

export function layer(
  layer: string,
  params: Record<string, unknown> = {},
  name = `${layer.toLowerCase()}_1`,
): LayerNode {
  return { type: 'layer', name, layer, params, trainable: true, shares: null, bypassed: false, block: null }
}

/** image → conv → flatten → dense → label; returns the ids in that order. */
export function drawChain({ edit }: Person): string[] {
  const image = edit.addNode({
    type: 'input',
    name: 'image',
    columns: null,
    shape: null,
    dtype: 'float32',
    scaling: 'auto',
  })
  const joint = (node: string) => ({ after: { node, port: 'output' } })
  const conv = edit.addNode(layer('Conv2D', { filters: 8, kernel_size: [3, 3] }, 'conv_1'), joint(image))
  const flatten = edit.addNode(layer('Flatten', {}, 'flatten_1'), joint(conv))
  const dense = edit.addNode(layer('Dense', { units: 10 }, 'dense_1'), joint(flatten))
  const label = edit.addNode(
    { type: 'output', name: 'label', target: null, loss: null, metrics: null, weight: 1 },
    joint(dense),
  )
  return [image, conv, flatten, dense, label]
}

/** The wires in words: "image → conv_1". */
export function wires({ graph }: Person): string[] {
  const { nodes, edges } = graph.getState()
  return Object.values(edges)
    .map((edge) => `${nodes[edge.source]?.name} → ${nodes[edge.target]?.name}`)
    .toSorted()
}
