// A layer, its parameters and the shapes around it → the names that cards may use, with their numbers. What is unknown has no name.

import { valueOf as paramValue } from '../catalog/catalog'
import { isSpec, text as said } from '../catalog/line'
import type { Member } from '../contract'
import { joined, productOf, type Sum } from './sum'

export type Shape = readonly (number | null)[]
/** Yes and no count as 1 and 0 in a sum. */
export type Fact = number | boolean | string | Sum
export type Facts = ReadonlyMap<string, Fact>

export interface Around {
  /** Shapes that come in, by port and in their order, batch axis first. */
  inputs: Readonly<Record<string, readonly Shape[]>>
  /** The first output's. */
  output: Shape | null
}

const AXES: Record<number, readonly string[]> = { 2: ['features'], 3: ['steps', 'features'], 4: ['height', 'width', 'channels'] }

export function factsOf(member: Member, params: Readonly<Record<string, unknown>>, around: Around): Facts {
  const facts = new Map<string, Fact>()
  const set = (name: string, value: Fact | null | undefined) => {
    if (value !== null && value !== undefined) facts.set(name, value)
  }
  const given = (name: string) => paramValue(member, params, name)
  for (const param of member.params) set(param.name, plain(given(param.name)))
  if (facts.get('activation') === 'linear') facts.delete('activation')
  if (member.params.some((param) => param.name === 'use_bias')) set('bias', given('use_bias') === false ? 0 : 1)

  const all = Object.values(around.inputs).flat()
  const first = all[0] ?? null
  const isTurned = given('data_format') === 'channels_first'
  named(set, '', first, isTurned)
  named(set, 'out ', around.output, isTurned)
  set('inputs', all.length || null)
  windows(set, given, member)
  axis(set, given('axis') ?? -1, all, around.output)
  for (const port of ['query', 'key', 'value']) {
    const shape = around.inputs[port]?.[0] ?? (port === 'key' ? around.inputs['value']?.[0] : undefined)
    set(`${port} features`, shape?.at(-1))
  }
  set('value size', number(given('value_dim')) ?? number(given('key_dim')))
  return facts
}

type Put = (name: string, value: Fact | null | undefined) => void

function plain(value: unknown): Fact | null {
  if (typeof value === 'number' || typeof value === 'boolean' || typeof value === 'string') return value
  if (isSpec(value)) return value.name
  return Array.isArray(value) && value.length ? said(value) : null
}

function named(set: Put, before: string, shape: Shape | null, isTurned: boolean): void {
  if (!shape) return
  const axes = shape.slice(1)
  const turned = isTurned && axes.length > 1 ? [...axes.slice(1), axes[0] ?? null] : axes
  AXES[shape.length]?.forEach((name, at) => set(before + name, turned[at]))
  set(`${before}features`, axes.at(-1))
  set(`${before}channels`, turned.at(-1))
  const known = axes.filter((size) => size !== null)
  if (known.length !== axes.length) return
  set(`${before}numbers`, known.reduce((product, size) => product * size, 1))
  set(`${before}axes`, productOf(known))
}

/** Sizes along the axes of a window: one name in a sequence, two in a picture. */
function windows(set: Put, given: (name: string) => unknown, member: Member): void {
  const rank = member.rank[0] === 3 || /1D/.test(member.name) ? 1 : 2
  const ends = rank === 1 ? [''] : [' height', ' width']
  const sizes = (value: unknown) => ends.map((_, at) => number(Array.isArray(value) ? value[at] : value))
  const put = (name: string, values: readonly (number | null)[]) => ends.forEach((end, at) => set(name + end, values[at]))
  const [kernel, pool] = [sizes(given('kernel_size')), sizes(given('pool_size'))]
  put('kernel', kernel)
  put('pool', pool)
  const strides = given('strides')
  put('stride', strides === null || strides === undefined ? pool : sizes(strides))
  put('size', sizes(given('size')))
  const gaps = sizes(given('dilation_rate') ?? 1)
  put('reach', kernel.map((size, at) => (size === null ? null : (size - 1) * (gaps[at] ?? 1) + 1)))
  const padding = given('padding')
  if (typeof padding === 'string' || padding === undefined) return
  const [rows, columns] = Array.isArray(padding) ? padding : [padding, padding]
  const sides = [rows, columns].flatMap((side: unknown) => (Array.isArray(side) ? side : [side, side]))
  ;['top', 'bottom', 'left', 'right'].forEach((name, at) => set(name, number(sides[at])))
}

/** The axis, or axes, that are normalised or joined. */
function axis(set: Put, axis: unknown, inputs: readonly Shape[], output: Shape | null): void {
  const axes = (Array.isArray(axis) ? axis : [axis]).filter((each) => typeof each === 'number')
  const size = (shape: Shape | null | undefined) => {
    const found = axes.map((each) => shape?.at(each) ?? null)
    return found.includes(null) ? null : found.reduce<number>((product, each) => product * (each ?? 1), 1)
  }
  set('axis size', size(inputs[0]))
  set('out axis size', size(output))
  const sizes = inputs.map(size).filter((each) => each !== null)
  if (inputs.length && sizes.length === inputs.length)
    set('axis sizes', joined('+', sizes.map((value): Sum => ({ type: 'number', value }))))
}

function number(value: unknown): number | null {
  return typeof value === 'number' ? value : null
}
