// A node that Keras computes, a layer or an operation → its member of the catalog, and what it is called there.

import type { LayerNode, Member, Node, OpNode } from '../contract'
import type { CatalogIndex } from './catalog'
import { memberOfCode } from './custom'

export type CallNode = LayerNode | OpNode

export function isCall(node: Node | undefined): node is CallNode {
  return node?.type === 'layer' || node?.type === 'op'
}

/** `Conv2D`, `matmul`. */
export function calledOf(node: CallNode): string {
  return node.type === 'layer' ? node.layer : node.op
}

/** Of a node that shares a layer, ask for its owner. Operations are known a little later than layers. */
export function memberOf(catalog: CatalogIndex, node: Node | undefined): Member | undefined {
  if (node?.type === 'backbone') return catalog.get('application', node.application)
  if (node?.type === 'custom') {
    const code = catalog.own(node.code)
    return code && memberOfCode(code)
  }
  return isCall(node) ? catalog.get(node.type, calledOf(node)) : undefined
}

/** The group and the drawing of a node, as long as its member is not known too. */
export function looksOf(catalog: CatalogIndex, node: Node): { group: string; icon: string } {
  const member = memberOf(catalog, node)
  if (node.type === 'op') return { group: 'op', icon: member?.icon ?? 'op' }
  if (node.type === 'layer') return { group: member?.group ?? 'other', icon: member?.icon ?? 'other' }
  if (node.type === 'backbone') return { group: 'block', icon: 'block' }
  if (node.type === 'block') return { group: 'block', icon: 'block' }
  if (node.type === 'custom') return { group: 'other', icon: 'other' }
  return { group: 'io', icon: node.type }
}
