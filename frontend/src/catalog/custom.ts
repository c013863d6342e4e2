// Code of one's own → a member like those of Keras, so that whoever asks for ports and parameters need not know the difference.

import type { Code, CustomNode, Member } from '../contract'
import { stemOf } from './names'
import { wholeMembers } from './slim'

const made = new WeakMap<Code, Member>()

export function memberOfCode(code: Code): Member {
  let member = made.get(code)
  if (!member) {
    const { name, params, inputs, outputs } = code
    ;[member] = wholeMembers([{ kind: 'layer', name, path: name, params, inputs, outputs, group: 'custom', icon: 'other' }]) as [Member]
    made.set(code, member)
  }
  return member
}

export function newCustom(id: string, { name, tried }: Code): CustomNode {
  return { type: 'custom', name: `${stemOf(name)}_1`, source: '', code: id, params: { ...tried }, block: null }
}
