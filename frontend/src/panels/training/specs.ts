// Edits of a Spec as pure functions: another member, another parameter. What equals Keras' default is left out.

import type { Member, Param, Spec } from '../../contract'

export function withParam(spec: Spec, param: Param, value: unknown): Spec {
  const params = { ...spec.params }
  if (!param.required && same(value, param.default)) delete params[param.name]
  else params[param.name] = value
  return { ...spec, params }
}

/** Another member; parameters that it knows too are kept, required ones get a value to start from. */
export function chosen(spec: Spec, member: Member | undefined, name: string): Spec {
  const params: Record<string, unknown> = {}
  for (const param of member?.params ?? []) {
    if (param.name in spec.params) params[param.name] = spec.params[param.name]
    else if (param.required) params[param.name] = BEGINNINGS[param.name] ?? param.default
  }
  return { name, params }
}

/** Keras gives these no default: values a schedule can start from. */
const BEGINNINGS: Record<string, unknown> = {
  initial_learning_rate: 0.001,
  decay_steps: 1000,
  decay_rate: 0.96,
  first_decay_steps: 1000,
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a ?? null) === JSON.stringify(b ?? null)
}
