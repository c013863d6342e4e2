// One block → what stands in it, where the block stood: grouping taken back. A block that comes several times is written out first, each
// time with its own values.

import { homeOf, insideOf, portsOf } from '../catalog/blocks'
import type { BlockNode, Node, Position } from '../contract'
import { t } from '../words/words'
import { clipOf, paste } from './clipboard'
import type { GraphSnapshot } from './graph'
import type { Refused } from './grouping'
import { seenIn } from './level'
import { downstream, linksOf, type Link } from './links'
import { connect, disconnect, moveInto, moveNodes, OF_BLOCK, redirect, removeNodes, resource } from './nodes'
import { around, clearOf, NODE_HEIGHT, NODE_WIDTH, pushed, STEP } from './place'
import type { Roots, Row } from './roots'
import { sharersOf } from './sharing'

/** Whether a port takes many wires. */
type Many = (target: Node, port: string) => boolean

/** Null where it may. */
export function unpackable({ nodes }: GraphSnapshot, id: string): Refused | null {
  const node = nodes[id]
  if (node?.type !== 'block') return { reason: t('block-refused-no-block') }
  const owner = node.shares ? nodes[node.shares] : undefined
  if (owner) return { reason: t('block-refused-shares', { name: node.name, owner: owner.name }) }
  const others = sharersOf(nodes, id)
  const names = others.map((each) => nodes[each]?.name).join(', ')
  return others.length ? { reason: t('block-refused-shared', { name: node.name, names }) } : null
}

/** Inside the caller's transaction; `look` gives the graph as it stands between two changes. Returns what stands there now. */
export function unpack(roots: Roots, look: () => GraphSnapshot, id: string, many: Many): string[] {
  const cards = writtenOut(roots, look(), id, many)
  return cards.flatMap((card) => opened(roots, look(), card))
}

/** As many blocks as it comes times, one after the other. */
function writtenOut(roots: Roots, graph: GraphSnapshot, id: string, many: Many): string[] {
  const block = graph.nodes[id] as BlockNode
  const home = homeOf(graph.nodes, id)
  const seen = seenIn(graph, home)
  const links = linksOf(seen.edges)
  const [ins, outs] = [portsOf(graph.nodes, id, 'input'), portsOf(graph.nodes, id, 'output')]
  const clip = clipOf(graph, [id])
  const cards: { id: string; name: (port: string) => string }[] = [{ id, name: (port) => port }]
  const more = Math.max(0, Math.min(block.repeat, MOST) - 1)
  moveNodes(roots, roomBelow(seen, id, more * STEP))
  for (let time = 1; time <= more; time += 1) {
    const { nodes, renamed } = paste(roots, clip, { x: 0, y: time * STEP }, { many, keepIncoming: false, home })
    cards.push({ id: nodes[0] ?? '', name: (port) => renamed.get(port) ?? port })
  }
  for (const [time, card] of cards.entries()) {
    for (const [inner, params] of Object.entries(block.varying)) {
      const row = roots.nodes.get(card.name(inner))?.get('params') as Row | undefined
      for (const [param, values] of Object.entries(params)) if (values[time] !== undefined) row?.set(param, values[time])
    }
    const row = roots.nodes.get(card.id)
    row?.set('repeat', 1)
    row?.set('varying', {})
  }
  const last = cards.at(-1)
  if (!last || last.id === id) return [id]
  for (const { id: wire, source_port, target, target_port } of links.from(id)) {
    redirect(roots, wire, { source: last.id, source_port: last.name(source_port), target, target_port })
  }
  for (const [at, card] of cards.entries()) {
    const before = cards[at - 1]
    if (!before) continue
    for (const [place, port] of ins.entries()) {
      const out = outs[place]
      const from = links.into(id).find((link) => link.target_port === port)
      const end = { target: card.id, target_port: card.name(port) }
      if (out !== undefined) connect(roots, { source: before.id, source_port: before.name(out), ...end }, false)
      else if (from) connect(roots, { source: from.source, source_port: from.source_port, ...end }, false)
    }
  }
  return cards.map((card) => card.id)
}

/** More is no drawing. */
const MOST = 64

function opened(roots: Roots, graph: GraphSnapshot, id: string): string[] {
  const { nodes, edges, layout } = graph
  const block = nodes[id] as BlockNode
  const home = homeOf(nodes, id)
  const links = linksOf(edges)
  const ports = new Set([...portsOf(nodes, id, 'input'), ...portsOf(nodes, id, 'output')])
  const inner = insideOf(nodes, id).filter((each) => !ports.has(each))
  /** Where what flows through a wire inside comes from, once there is no block. */
  const sourceOf = ({ source, source_port }: Link) => {
    if (!ports.has(source)) return { source, source_port }
    const outer = links.into(id).find((link) => link.target_port === source)
    return outer && { source: outer.source, source_port: outer.source_port }
  }
  const again = (wire: string, from: ReturnType<typeof sourceOf>) =>
    from ? resource(roots, wire, from.source, from.source_port) : disconnect(roots, [wire])
  for (const each of inner) for (const link of links.into(each)) if (ports.has(link.source)) again(link.id, sourceOf(link))
  for (const link of links.from(id)) {
    const [into] = links.into(link.source_port)
    again(link.id, into && sourceOf(into))
  }

  const seen = seenIn(graph, home)
  const place = layout[id] ?? { x: 0, y: 0 }
  const boxes = inner.map((each) => ({ ...(layout[each] ?? place), width: NODE_WIDTH, height: NODE_HEIGHT }))
  const box = around(boxes)
  const moved = roomBelow(seen, id, (box?.height ?? NODE_HEIGHT) - NODE_HEIGHT)
  moveNodes(roots, moved)
  const others = Object.entries(seen.layout).flatMap(([each, at]) => (each === id ? [] : [moved[each] ?? at]))
  const wanted = { x: place.x + NODE_WIDTH / 2 - (box?.width ?? NODE_WIDTH) / 2, y: place.y }
  const by = clearOf(others, boxes, wanted)
  const shifted = (at: Position | undefined) => ({ x: (at ?? place).x + by.x, y: (at ?? place).y + by.y })

  removeNodes(roots, [...ports], false)
  for (const each of inner) {
    moveInto(roots, each, home)
    if (block.bypassed && takesBypass(nodes[each])) roots.nodes.get(each)?.set('bypassed', true)
  }
  for (const row of roots.notes.values()) {
    if (row.get('block') !== id) continue
    row.set('block', home)
    row.set('x', Number(row.get('x')) + by.x)
    row.set('y', Number(row.get('y')) + by.y)
  }
  removeNodes(roots, [id], false)
  moveNodes(roots, Object.fromEntries(inner.map((each) => [each, shifted(layout[each])])))
  return inner
}

function takesBypass(node: Node | undefined): boolean {
  return node?.type === 'layer' || node?.type === 'op' || node?.type === 'block'
}

/** What stands below on the way moves down. */
function roomBelow({ layout, edges }: GraphSnapshot, id: string, by: number): Record<string, Position> {
  const top = layout[id]?.y ?? 0
  const below = [...downstream(edges, [id])].filter((each) => each !== id && (layout[each]?.y ?? -Infinity) > top)
  const { [id]: _, ...others } = layout
  return by > 0 ? pushed(others, below, by) : {}
}

/** From now on it has an inside of its own: a copy, with weights of its own. */
export function ownInside(roots: Roots, graph: GraphSnapshot, id: string, many: Many): void {
  const { nodes, edges } = graph
  const node = nodes[id]
  const owner = node?.type === 'block' && node.shares ? nodes[node.shares] : undefined
  if (node?.type !== 'block' || owner?.type !== 'block' || !node.shares) return
  const clip = clipOf(graph, [node.shares])
  const as = new Map([[node.shares, id]])
  const { renamed } = paste(roots, clip, { x: 0, y: 0 }, { many, keepIncoming: false, home: null, as })
  const row = roots.nodes.get(id)
  const varying = Object.entries(owner.varying).map(([inner, params]) => [renamed.get(inner) ?? inner, params])
  for (const field of OF_BLOCK) row?.set(field, owner[field])
  row?.set('varying', Object.fromEntries(varying))
  row?.set('shares', null)
  const port = (name: string) => renamed.get(name) ?? name
  for (const [wire, { source, source_port, target, target_port }] of Object.entries(edges)) {
    if (source === id) redirect(roots, wire, { source, source_port: port(source_port), target, target_port })
    if (target === id) redirect(roots, wire, { source, source_port, target, target_port: port(target_port) })
  }
}
