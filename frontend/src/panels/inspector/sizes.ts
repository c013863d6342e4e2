// How the sizes that come in become the sizes that go out, worked out with the real numbers.
// A sum is shown only where it gives exactly what Keras inferred.

import { valueOf } from '../../catalog/catalog'
import type { CallNode } from '../../catalog/member'
import type { Member } from '../../contract'
import { count, shapeText } from '../../ui/format'
import { t } from '../../words/words'

type Shape = readonly (number | null)[]
type Get = (name: string) => unknown

export interface Sizes {
  /** "8 × 8 × 1 → 6 × 6 × 32". */
  line: string
  /** "(8 − 3) / 1 + 1 = 6", or null. */
  sum: string | null
}

export function sizesOf(member: Member, node: Pick<CallNode, 'params'>, input: Shape | null, output: Shape | null): Sizes | null {
  if (!input || !output) return null
  const get: Get = (name) => valueOf(member, node.params, name)
  const sum = sumOf(member.name, get, input, output)
  return { line: `${shapeText(input)} → ${shapeText(output)}`, sum }
}

function sumOf(layer: string, get: Get, input: Shape, output: Shape): string | null {
  if (layer === 'Flatten') return flattened(input, output)
  const rank = Number(/(\d)D$/.exec(layer)?.[1] ?? 0)
  if (!rank || input.length !== rank + 2 || get('data_format') === 'channels_first') return null
  if (/^(Separable|Depthwise)?Conv\dD$/.test(layer)) return windowed(get, 'kernel_size', 1, input, output)
  if (/^(Max|Average)Pooling\dD$/.test(layer)) return windowed(get, 'pool_size', null, input, output)
  if (/^Global(Max|Average)Pooling\dD$/.test(layer)) return eachChannel(output.at(-1))
  if (/^UpSampling\dD$/.test(layer)) return product(input[1], first(get('size')), output[1])
  return null
}

function eachChannel(n: number | null | undefined): string {
  return n ? t('inspector-each-channel', { n }) : t('inspector-each-open-channel')
}

function flattened(input: Shape, output: Shape): string | null {
  const sizes = input.slice(1)
  if (sizes.length < 2 || sizes.some((size) => size === null)) return null
  const total = sizes.reduce<number>((all, size) => all * (size ?? 0), 1)
  return total === output[1] ? `${sizes.join(' · ')} = ${count(total)}` : null
}

/** Along the first axis: the window slides, and the places it stops at are what goes out. */
function windowed(get: Get, window: string, usualStride: number | null, input: Shape, output: Shape): string | null {
  const width = first(get(window))
  const stride = first(get('strides')) ?? usualStride ?? width
  const spread = first(get('dilation_rate')) ?? 1
  const from = input[1]
  if (!width || !stride || typeof from !== 'number') return null
  const reach = spread * (width - 1) + 1
  const isSame = get('padding') === 'same'
  if (!isSame && get('padding') !== 'valid') return null
  const to = isSame ? Math.ceil(from / stride) : Math.floor((from - reach) / stride) + 1
  if (to !== output[1]) return null
  if (isSame) return stride === 1 ? null : `${round(from / stride, '⌈', '⌉', `${from} / ${stride}`)} = ${to}`
  if (stride === 1) return `${from} − ${reach} + 1 = ${to}`
  return `${round((from - reach) / stride, '⌊', '⌋', `(${from} − ${reach}) / ${stride}`)} + 1 = ${to}`
}

/** Brackets only where something is rounded. */
function round(value: number, open: string, close: string, text: string): string {
  return Number.isInteger(value) ? text : `${open}${text}${close}`
}

function product(from: number | null | undefined, by: number | null, to: number | null | undefined): string | null {
  return typeof from === 'number' && by && from * by === to ? `${from} · ${by} = ${to}` : null
}

function first(value: unknown): number | null {
  const one: unknown = Array.isArray(value) ? value[0] : value
  return typeof one === 'number' ? one : null
}
