// A node → the one line under its name: "Conv2D · 32 filters · 3 × 3 · relu". What Keras does by default goes without saying.

import type { BlockNode, Node, Param, Spec, Suggestion } from '../contract'
import { t } from '../words/words'
import type { CatalogIndex } from './catalog'

const SEPARATOR = ' · '
const MOST = 5

type Say = (value: unknown) => string | null

const given: Say = (value) => text(value)
/** Messages of a count: "32 filters", "1 filter"; what is no number stands as it is. */
const worded =
  (id: string): Say =>
  (value) =>
    t(id, { n: typeof value === 'number' ? value : text(value) })
const whenTrue =
  (id: string): Say =>
  (value) =>
    value === true ? t(id) : null

/** How a parameter reads in the line; others read "name value". Null: it stays out. */
const WORDS: Record<string, Say> = {
  units: given,
  filters: worded('line-filters'),
  kernel_size: given,
  pool_size: given,
  size: given,
  output_size: given,
  activation: given,
  padding: given,
  strides: worded('line-stride'),
  dilation_rate: worded('line-dilation'),
  rate: given,
  stddev: given,
  function: given,
  num_heads: worded('line-heads'),
  key_dim: worded('line-key'),
  target_shape: given,
  dims: given,
  n: (value) => `× ${text(value)}`,
  input_dim: worded('line-words'),
  output_dim: worded('line-numbers-each'),
  mask_zero: whenTrue('line-masks'),
  return_sequences: whenTrue('line-sequence'),
  return_state: whenTrue('line-state'),
  use_bias: (value) => (value === false ? t('line-no-bias') : null),
  layer: given,
  cropping: given,
  factor: given,
}

interface Known {
  /** Axes of what an input gives, batch included. */
  rank?: number | null
  /** Whether everything that an input leads to prepares pixels by itself. */
  pixels?: boolean
  /** What an output without loss and metrics of its own is judged by. */
  suggested?: Pick<Suggestion, 'loss' | 'metrics'> | null
  /** How many layers stand in a block. */
  layers?: number
}

export function lineOf(catalog: CatalogIndex, node: Node, owner: Node = node, known: Known = {}): string {
  switch (node.type) {
    case 'input':
      if (node.block) return t('line-port-in')
      return [t('line-input'), inputDetail(node, known.rank ?? null, known.pixels ?? false)].filter(Boolean).join(SEPARATOR)
    case 'output':
      if (node.block) return t('line-port-out')
      return [t('line-output'), ...outputDetail(node, known.suggested ?? null)].filter(Boolean).join(SEPARATOR)
    case 'layer':
      return layerLine(catalog, owner as Node & { type: 'layer' }, node !== owner)
    case 'op':
      return opLine(catalog, node)
    case 'block':
      return [timesOf(owner as BlockNode), blockLine(node, owner as BlockNode, known.layers)].filter(Boolean).join(SEPARATOR)
    case 'backbone':
      return [node.application, node.freeze === 'all' ? t('line-frozen') : ''].filter(Boolean).join(SEPARATOR)
    case 'custom':
      return customLine(catalog, node)
  }
}

function timesOf({ repeat }: BlockNode): string {
  return repeat > 1 ? `${t('line-block')} × ${repeat}` : t('line-block')
}

/** What stands in a block, and what of it changes from one time to the next: "4 layers · filters 32, 64, 128". */
export function blockLine(node: BlockNode, owner: BlockNode, layers: number | undefined): string {
  const changes = Object.values(owner.varying).flatMap((params) =>
    Object.entries(params).map(([param, values]) => `${param} ${values.map(text).join(', ')}`),
  )
  const [first, ...others] = [...new Set(changes)]
  return [
    layers === undefined ? '' : t('line-layers', { n: layers }),
    owner === node ? '' : t('line-shared'),
    first ?? '',
    others.length ? '…' : '',
  ]
    .filter(Boolean)
    .join(SEPARATOR)
}

function layerLine(catalog: CatalogIndex, node: Node & { type: 'layer' }, shared: boolean): string {
  const member = catalog.get('layer', node.layer)
  const parts = (member?.params ?? [])
    .filter((param) => param.name in node.params)
    .map((param) => sayParam(param, node.params))
  const said = parts.filter((part) => part !== null)
  const more = said.length > MOST ? ['…'] : []
  const state = shared ? [t('line-shared')] : node.trainable ? [] : [t('line-frozen')]
  return [node.layer, ...said.slice(0, MOST), ...more, ...state].join(SEPARATOR)
}

function customLine(catalog: CatalogIndex, { code, params }: Node & { type: 'custom' }): string {
  const own = catalog.own(code)
  if (!own) return t('line-custom')
  const given = own.params.flatMap(({ name }) => (name in params ? `${name} ${text(params[name])}` : []))
  return [own.name, ...given.slice(0, MOST)].join(SEPARATOR)
}

function opLine(catalog: CatalogIndex, node: Node & { type: 'op' }): string {
  const parts = (catalog.get('op', node.op)?.params ?? []).flatMap((param) => {
    const value: unknown = node.params[param.name]
    if (value === null || value === undefined) return []
    return param.type === 'slice' || param.type === 'str' ? [String(value)] : [sayParam(param, node.params) ?? []].flat()
  })
  const more = parts.length > MOST ? ['…'] : []
  return [node.op, ...parts.slice(0, MOST), ...more].join(SEPARATOR)
}

const QUIET = new Set(['initializer', 'regularizer', 'constraint', 'dtype'])

function sayParam(param: Param, params: Readonly<Record<string, unknown>>): string | null {
  const value = params[param.name]
  if (value === null || value === undefined) return null
  if (JSON.stringify(value) === JSON.stringify(param.default) && !param.common) return null
  if (QUIET.has(param.type)) return null
  const say = WORDS[param.name]
  if (say) return say(value)
  return param.common || param.required ? `${param.name} ${text(value)}` : null
}

/** A value as it stands in a line: [3, 3] → "3 × 3"; 3 for a size of two → "3"; a Spec → its name. */
export function text(value: unknown): string {
  if (Array.isArray(value)) {
    if (value.some(Array.isArray)) return '[…]'
    return value.map((each) => (each === null ? '?' : text(each))).join(' × ')
  }
  if (isSpec(value)) return value.name
  if (typeof value === 'boolean') return t(value ? 'word-yes' : 'word-no')
  return String(value)
}

export function isSpec(value: unknown): value is Spec {
  return typeof value === 'object' && value !== null && 'name' in value && typeof value.name === 'string'
}

function inputDetail(node: Node & { type: 'input' }, rank: number | null, pixels: boolean): string {
  if (node.columns) return node.columns.length === 1 ? String(node.columns[0]) : t('line-columns', { n: node.columns.length })
  switch (node.scaling) {
    case 'standardise':
      return t('line-standardised')
    case 'unit':
      return t('line-scaled')
    case 'none':
      return t('line-as-it-is')
    case 'raw':
      return t('line-raw')
    case 'auto':
      if (rank === null) return node.shape ? text(node.shape) : ''
      if (pixels) return t('line-as-it-is')
      return t(rank > 2 ? 'line-scaled' : 'line-standardised')
  }
}

function outputDetail(node: Node & { type: 'output' }, suggested: Known['suggested']): string[] {
  const loss = node.loss ?? suggested?.loss
  const metrics = node.metrics ?? suggested?.metrics ?? []
  return [loss ? wordsOf(loss.name) : '', ...metrics.map((metric) => wordsOf(metric.name))].filter(Boolean)
}

const SHORT: Record<string, string> = {
  SparseCategoricalCrossentropy: 'line-sparse-cross-entropy',
  CategoricalCrossentropy: 'line-cross-entropy',
  BinaryCrossentropy: 'line-binary-cross-entropy',
  SparseCategoricalAccuracy: 'line-accuracy',
  CategoricalAccuracy: 'line-accuracy',
  BinaryAccuracy: 'line-accuracy',
  MeanSquaredError: 'line-mean-squared-error',
  MeanAbsoluteError: 'line-mean-absolute-error',
}

/** MeanSquaredError → "mean squared error"; AUC → "AUC"; what has no word of its own reads as Keras calls it. */
export function wordsOf(name: string): string {
  const id = SHORT[name]
  if (id) return t(id)
  return /^[A-Z0-9]+$/.test(name) ? name : name.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase()
}
