// A layer with its shapes → the sentence for a student and the sum behind its parameter count, with the real numbers.
// A sum is shown only where it gives exactly what Keras counted.

import '../words/lateExplain'
import type { Member } from '../contract'
import type { CallNode } from './member'
import { t } from '../words/words'
import { valueOf } from './catalog'

export interface Explanation {
  lead: string
  rest: string
  /** "(3·3·1 + 1) · 32 = 320 parameters", or null. */
  sum: string | null
}

interface Facts {
  /** Shape of the first input, batch axis first; null while unknown. */
  input: readonly (number | null)[] | null
  /** As Keras counted. */
  params: number | null
}

type Get = (name: string) => unknown

export function explain(member: Member, node: Pick<CallNode, 'params'>, facts: Facts): Explanation {
  const get: Get = (name) => valueOf(member, node.params, name)
  const [lead, rest] = SENTENCES[member.name]?.(get) ?? split(member.teaching || member.summary)
  return { lead, rest, sum: sumOf(member.name, get, facts) }
}

function split(sentence: string): [string, string] {
  const at = /[:;.]\s/.exec(sentence)?.index
  return at ? [sentence.slice(0, at + 1), sentence.slice(at + 2)] : [sentence, '']
}

const times = (value: unknown): string =>
  Array.isArray(value) ? value.join(' × ') : `${value as number} × ${value as number}`
const number = (value: unknown): number => (typeof value === 'number' ? value : Number.NaN)
const first = (value: unknown): number => number(Array.isArray(value) ? value[0] : value)

const SENTENCES: Record<string, (get: Get) => [string, string]> = {
  Conv2D: (get) => [
    t('explain-conv2d', { n: number(get('filters')) }),
    t('explain-conv2d-more', { window: times(get('kernel_size')) }),
  ],
  Conv1D: (get) => [
    t('explain-conv1d', { n: number(get('filters')) }),
    t('explain-conv1d-more', { n: first(get('kernel_size')) }),
  ],
  Dense: (get) => [t('explain-dense', { n: number(get('units')) }), t('explain-dense-more')],
  MaxPooling2D: (get) => [t('explain-max-pooling', { window: times(get('pool_size')) }), t('explain-max-pooling-more')],
  AveragePooling2D: (get) => [
    t('explain-average-pooling', { window: times(get('pool_size')) }),
    t('explain-average-pooling-more'),
  ],
  Dropout: (get) => [
    t('explain-dropout', { percent: Math.round(number(get('rate')) * 100) }),
    t('explain-dropout-more'),
  ],
  LSTM: (get) => [
    t('explain-memory', { n: number(get('units')) }),
    t(get('return_sequences') ? 'explain-lstm-every-step' : 'explain-lstm-end'),
  ],
  GRU: (get) => [t('explain-memory', { n: number(get('units')) }), t('explain-gru-more')],
  Embedding: (get) => [
    t('explain-embedding', { words: number(get('input_dim')), n: number(get('output_dim')) }),
    t('explain-embedding-more'),
  ],
  MultiHeadAttention: (get) => [t('explain-attention', { n: number(get('num_heads')) }), t('explain-attention-more')],
}

type Sum = (get: Get, input: readonly (number | null)[]) => [text: string, total: number] | null

const last = (shape: readonly (number | null)[]): number => shape.at(-1) ?? Number.NaN
const product = (values: readonly number[]): number => values.reduce((a, b) => a * b, 1)
const bias = (get: Get): number => (get('use_bias') === false ? 0 : 1)
const plus = (amount: number): string => (amount ? ` + ${amount}` : '')

function kernel(get: Get, rank: number): number[] {
  const size = get('kernel_size')
  return Array.isArray(size) ? (size as number[]) : Array.from({ length: rank }, () => number(size))
}

function convolution(rank: number): Sum {
  return (get, input) => {
    const groups = number(get('groups') ?? 1)
    const parts = [...kernel(get, rank), last(input) / groups]
    const b = bias(get)
    const filters = number(get('filters'))
    return [`(${parts.join('·')}${plus(b)}) · ${filters}`, (product(parts) + b) * filters]
  }
}

function recurrent(gates: number, biases: number): Sum {
  return (get, input) => {
    const units = number(get('units'))
    const b = bias(get) * biases
    const width = last(input)
    return [
      `${gates > 1 ? `${gates} · ` : ''}(${width} + ${units}${plus(b)}) · ${units}`,
      gates * (width + units + b) * units,
    ]
  }
}

const scaled =
  (each: (get: Get) => number): Sum =>
  (get, input) => {
    const n = each(get)
    return [`${n} · ${last(input)}`, n * last(input)]
  }

const truth = (value: unknown): number => (value === false ? 0 : 1)

const SUMS: Record<string, Sum> = {
  Dense: (get, input) => {
    const b = bias(get)
    const units = number(get('units'))
    return [`(${last(input)}${plus(b)}) · ${units}`, (last(input) + b) * units]
  },
  Conv1D: convolution(1),
  Conv2D: convolution(2),
  Conv3D: convolution(3),
  Conv2DTranspose: (get, input) => {
    const size = [...kernel(get, 2), last(input)]
    const filters = number(get('filters'))
    const b = bias(get)
    return [`(${size.join('·')}${plus(b)}) · ${filters}`, (product(size) + b) * filters]
  },
  DepthwiseConv2D: (get, input) => {
    const size = [...kernel(get, 2), number(get('depth_multiplier') ?? 1)]
    const b = bias(get) * number(get('depth_multiplier') ?? 1)
    return [`(${size.join('·')}${plus(b)}) · ${last(input)}`, (product(size) + b) * last(input)]
  },
  SimpleRNN: recurrent(1, 1),
  LSTM: recurrent(4, 1),
  GRU: (get, input) => recurrent(3, get('reset_after') === false ? 1 : 2)(get, input),
  Embedding: (get) => {
    const size = [number(get('input_dim')), number(get('output_dim'))]
    return [size.join(' · '), product(size)]
  },
  BatchNormalization: scaled((get) => 2 + truth(get('scale')) + truth(get('center'))),
  LayerNormalization: scaled((get) => truth(get('scale')) + truth(get('center'))),
}

function sumOf(layer: string, get: Get, { input, params }: Facts): string | null {
  if (!input || !params) return null
  const sum = SUMS[layer]?.(get, input)
  if (!sum || sum[1] !== params) return null
  return t('explain-sum', { sum: sum[0], n: params })
}
