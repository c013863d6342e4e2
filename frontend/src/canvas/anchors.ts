// Where ports stand along an edge of a node: what is required spreads over the middle, what may be left out waits at the right.

import type { Port } from '../contract'
import { NODE_WIDTH } from '../document/place'

export interface Anchor {
  port: Port
  /** From the node's left side, in canvas units. */
  x: number
}

const RIGHT = 16
const APART = 22

export function anchorsOf(ports: readonly Port[]): Anchor[] {
  const required = ports.filter((port) => port.required)
  const optional = ports.filter((port) => !port.required)
  return [
    ...required.map((port, at) => ({ port, x: (NODE_WIDTH * (at + 1)) / (required.length + 1) })),
    ...optional.map((port, at) => ({ port, x: NODE_WIDTH - RIGHT - APART * at })),
  ]
}

export function anchorX(ports: readonly Port[], name: string): number {
  return anchorsOf(ports).find((anchor) => anchor.port.name === name)?.x ?? NODE_WIDTH / 2
}
