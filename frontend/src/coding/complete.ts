// What may follow `layers.`, `keras.optimizers.` and their like, from the catalog: the names Keras has, each with its sentence.

import type { Completion, CompletionContext, CompletionResult, CompletionSource } from '@codemirror/autocomplete'
import type { CatalogIndex } from '../catalog/catalog'
import type { Member } from '../contract'

/** The modules of a script, and what is in them. */
const MODULES: Readonly<Record<string, Member['kind']>> = {
  layers: 'layer',
  ops: 'op',
  losses: 'loss',
  metrics: 'metric',
  optimizers: 'optimizer',
  initializers: 'initializer',
  regularizers: 'regularizer',
  constraints: 'constraint',
}

export function completing(catalog: CatalogIndex): CompletionSource {
  return (context: CompletionContext): CompletionResult | null => {
    const inModule = context.matchBefore(/\b(?:keras\.)?[a-z]+\.\w*/)
    const [, module, begun = ''] = /([a-z]+)\.(\w*)$/.exec(inModule?.text ?? '') ?? []
    const kind = module === undefined ? undefined : MODULES[module]
    if (kind && inModule) return { from: context.pos - begun.length, options: namesOf(catalog, kind), validFor: /^\w*$/ }
    return argument(context, catalog)
  }
}

function namesOf(catalog: CatalogIndex, kind: Member['kind']): Completion[] {
  return catalog.members(kind).map((member) => ({ label: member.name, type: kind === 'op' ? 'function' : 'class', detail: member.group }))
}

/** Inside `layers.Dense(…`, the names of its arguments. */
function argument(context: CompletionContext, catalog: CatalogIndex): CompletionResult | null {
  const word = context.matchBefore(/\w+/)
  if (!word && !context.explicit) return null
  const before = context.state.sliceDoc(Math.max(0, context.pos - 2000), word?.from ?? context.pos)
  const [, module = '', name = ''] = /(\w+)\.(\w+)\([^()]*$/.exec(before) ?? []
  const kind = MODULES[module]
  const member = kind && catalog.get(kind, name)
  if (!member || /=\s*$/.test(before)) return null
  const options = member.params.map((param) => ({ label: `${param.name}=`, type: 'property' }))
  return { from: word?.from ?? context.pos, options, validFor: /^\w*$/ }
}
