// A node → the one line under its name: "Conv2D · 32 filters · 3 × 3 · relu". What Keras does by default goes without saying.

import type { Node, Param, Spec, Suggestion } from '../contract'
import type { CatalogIndex } from './catalog'

const SEPARATOR = ' · '
const MOST = 5

type Say = (value: unknown) => string | null

const given: Say = (value) => text(value)
const worded =
  (word: string): Say =>
  (value) =>
    `${text(value)} ${value === 1 ? word.replace(/s$/, '') : word}`
const named =
  (word: string): Say =>
  (value) =>
    `${word} ${text(value)}`
const whenTrue =
  (word: string): Say =>
  (value) =>
    value === true ? word : null

/** How a parameter reads in the line; others read "name value". Null: it stays out. */
const WORDS: Record<string, Say> = {
  units: given,
  filters: worded('filters'),
  kernel_size: given,
  pool_size: given,
  size: given,
  output_size: given,
  activation: given,
  padding: given,
  strides: named('stride'),
  dilation_rate: named('dilation'),
  rate: given,
  stddev: given,
  function: given,
  num_heads: worded('heads'),
  key_dim: named('key'),
  target_shape: given,
  dims: given,
  n: (value) => `× ${text(value)}`,
  input_dim: worded('words'),
  output_dim: (value) => `${text(value)} numbers each`,
  mask_zero: whenTrue('masks zeros'),
  return_sequences: whenTrue('whole sequence'),
  return_state: whenTrue('with state'),
  use_bias: (value) => (value === false ? 'no bias' : null),
  layer: given,
  cropping: given,
  factor: given,
}

interface Known {
  /** Axes of what an input gives, batch included. */
  rank?: number | null
  /** What an output without loss and metrics of its own is judged by. */
  suggested?: Pick<Suggestion, 'loss' | 'metrics'> | null
}

export function lineOf(catalog: CatalogIndex, node: Node, owner: Node = node, known: Known = {}): string {
  switch (node.type) {
    case 'input':
      return ['Input', inputDetail(node, known.rank ?? null)].filter(Boolean).join(SEPARATOR)
    case 'output':
      return ['Output', ...outputDetail(node, known.suggested ?? null)].filter(Boolean).join(SEPARATOR)
    case 'layer':
      return layerLine(catalog, owner as Node & { type: 'layer' }, node !== owner)
    case 'op':
      return node.op
    case 'block':
      return node.repeat > 1 ? `Block × ${node.repeat}` : 'Block'
    case 'backbone':
      return node.application
    case 'custom':
      return 'Custom'
  }
}

function layerLine(catalog: CatalogIndex, node: Node & { type: 'layer' }, shared: boolean): string {
  const member = catalog.get('layer', node.layer)
  const parts = (member?.params ?? [])
    .filter((param) => param.name in node.params)
    .map((param) => sayParam(param, node.params))
  const said = parts.filter((part) => part !== null)
  const more = said.length > MOST ? ['…'] : []
  const state = shared ? ['shared weights'] : node.trainable ? [] : ['frozen']
  return [node.layer, ...said.slice(0, MOST), ...more, ...state].join(SEPARATOR)
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
  if (Array.isArray(value)) return value.map((each) => (each === null ? '?' : text(each))).join(' × ')
  if (isSpec(value)) return value.name
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  return String(value)
}

export function isSpec(value: unknown): value is Spec {
  return typeof value === 'object' && value !== null && 'name' in value && typeof value.name === 'string'
}

function inputDetail(node: Node & { type: 'input' }, rank: number | null): string {
  if (node.columns) return node.columns.length === 1 ? String(node.columns[0]) : `${node.columns.length} columns`
  switch (node.scaling) {
    case 'standardise':
      return 'standardised'
    case 'unit':
      return 'scaled to 0…1'
    case 'none':
      return 'as it is'
    case 'auto':
      if (rank === null) return node.shape ? text(node.shape) : ''
      return rank > 2 ? 'scaled to 0…1' : 'standardised'
  }
}

function outputDetail(node: Node & { type: 'output' }, suggested: Known['suggested']): string[] {
  const loss = node.loss ?? suggested?.loss
  const metrics = node.metrics ?? suggested?.metrics ?? []
  return [loss ? wordsOf(loss.name) : '', ...metrics.map((metric) => wordsOf(metric.name))].filter(Boolean)
}

const SHORT: Record<string, string> = {
  SparseCategoricalCrossentropy: 'sparse cross-entropy',
  CategoricalCrossentropy: 'cross-entropy',
  BinaryCrossentropy: 'binary cross-entropy',
  SparseCategoricalAccuracy: 'accuracy',
  CategoricalAccuracy: 'accuracy',
  BinaryAccuracy: 'accuracy',
}

/** MeanSquaredError → "mean squared error"; AUC → "AUC". */
export function wordsOf(name: string): string {
  return SHORT[name] ?? (/^[A-Z0-9]+$/.test(name) ? name : name.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase())
}
