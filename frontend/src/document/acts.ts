// For tests: every edit a person can make, at random. Whatever they do to a document, its laws hold.

import { homeOf, insideOf } from '../catalog/blocks'
import { freshId } from '../catalog/names'
import { inputsOf, outputsOf } from '../catalog/ports'
import { newBackbone, newInput, newOutput } from '../catalog/starts'
import type { Code, Node } from '../contract'
import { CATALOG, layer, port, type Person } from './bench'
import { clipOf, readClip } from './clipboard'
import { illegal } from './legality'

export type Acting = Pick<Person, 'graph' | 'edit'>

export interface Step {
  act: string
  number: number
  /** Which of the nodes, wires and notes that are there it is done to. */
  picks: readonly number[]
}

const LAYERS = ['Dense', 'Conv2D', 'Flatten', 'Dropout', 'Add', 'LSTM', 'MultiHeadAttention']

type Act = (a: Acting, pick: (from: readonly string[]) => string | undefined, number: number) => void

export const nodesOf = (a: Acting) => Object.keys(a.graph.getState().nodes)
const edgesOf = (a: Acting) => Object.keys(a.graph.getState().edges)
export const notesOf = (a: Acting) => Object.keys(a.graph.getState().notes)

function wireBetween(a: Acting, source: string | undefined, target: string | undefined) {
  const { nodes, edges } = a.graph.getState()
  const [from, to] = [nodes[source ?? ''], nodes[target ?? '']]
  const out = from && outputsOf(CATALOG, nodes, from)[0]
  const into = to && inputsOf(CATALOG, nodes, to)[0]
  if (!source || !target || !out || !into) return null
  const wire = { source, source_port: out.name, target, target_port: into.name }
  return illegal(CATALOG, { nodes, edges }, wire) ? null : wire
}

const blocksOf = (a: Acting) => nodesOf(a).filter((id) => a.graph.getState().nodes[id]?.type === 'block')

/** Every edit a person can make, by the name it has in `edits`; `addOutput`, `bypass` and `tidy` are more uses of one. */
export const ACTS: Record<string, Act> = {
  addNode: (a, pick, number) => {
    const after = number % 3 ? pick(nodesOf(a)) : undefined
    const from = a.graph.getState().nodes[after ?? '']
    const port = from && outputsOf(CATALOG, a.graph.getState().nodes, from)[0]
    a.edit.addNode(layer(LAYERS[number % LAYERS.length] ?? 'Dense', { units: number }), {
      after: after && port ? { node: after, port: port.name } : null,
    })
  },
  addOutput: (a) => {
    a.edit.addNode({ type: 'output', name: 'label', target: null, loss: null, metrics: null, weight: 1 })
  },
  insertExisting: (a, pick) => {
    const [id, edge] = [pick(nodesOf(a)), pick(edgesOf(a))]
    const { nodes, edges } = a.graph.getState()
    const loose = Object.values(edges).every(({ source, target }) => source !== id && target !== id)
    if (id && edge && loose && nodes[id]?.type === 'layer') a.edit.insertExisting(id, edge)
  },
  insertNode: (a, pick) => {
    const edge = pick(edgesOf(a))
    if (edge) a.edit.insertNode(layer('Dropout', { rate: 0.5 }), edge)
  },
  connect: (a, pick) => {
    const wire = wireBetween(a, pick(nodesOf(a)), pick(nodesOf(a).toReversed()))
    if (wire) a.edit.connect(wire)
  },
  reconnect: (a, pick) => {
    const old = pick(edgesOf(a))
    const wire = wireBetween(a, a.graph.getState().edges[old ?? '']?.source, pick(nodesOf(a)))
    if (old && wire) a.edit.reconnect(old, wire)
  },
  replace: (a, pick) => {
    const [old, wire] = [pick(edgesOf(a)), wireBetween(a, pick(nodesOf(a)), pick(nodesOf(a).toReversed()))]
    if (old && wire) a.edit.replace(old, wire, pick(edgesOf(a)) ?? null)
  },
  reorder: (a, pick, number) => {
    const id = pick(nodesOf(a))
    if (id) a.edit.reorder(id, number % 2 ? 'earlier' : 'later')
  },
  tidy: (a) => a.edit.moveNodes(Object.fromEntries(nodesOf(a).map((id, at) => [id, { x: 0, y: at * 84 }]))),
  moveNodes: (a, pick, number) => {
    const [node, note] = [pick(nodesOf(a)), pick(notesOf(a))]
    const at = { x: number * 7, y: -number * 13 }
    a.edit.moveNodes(node ? { [node]: at } : {}, note ? { [note]: at } : {}, number % 2 ? 'keys' : 'pointer')
  },
  setParam: (a, pick, number) => {
    const id = pick(nodesOf(a))
    if (id) a.edit.setParam(id, number % 2 ? 'units' : 'activation', number % 2 ? number : 'relu')
  },
  setField: (a, pick, number) => {
    const id = pick(nodesOf(a))
    if (id && a.graph.getState().nodes[id]?.type === 'layer') a.edit.setField(id, 'trainable', number % 2 === 0)
  },
  setLayer: (a, pick, number) => {
    const id = pick(nodesOf(a))
    const node = a.graph.getState().nodes[id ?? '']
    if (id && node?.type === 'layer') a.edit.setLayer(id, LAYERS[number % LAYERS.length] ?? 'Dense')
  },
  rename: (a, pick, number) => {
    const id = pick(nodesOf(a))
    if (id) a.edit.rename(id, `called_${number}`)
  },
  bypass: (a, pick) => {
    const id = pick(nodesOf(a))
    const node = a.graph.getState().nodes[id ?? '']
    if (id && node?.type === 'layer') a.edit.setFields([id], 'bypassed', !node.bypassed)
  },
  shareLayer: (a, pick) => {
    const [id, owner] = [pick(nodesOf(a)), pick(nodesOf(a).toReversed())]
    if (id && owner && id !== owner) a.edit.shareLayer([owner, id])
  },
  reuse: (a, pick) => {
    const id = pick(nodesOf(a))
    if (id) a.edit.reuse(id)
  },
  remove: (a, pick) => {
    const [node, edge, note] = [pick(nodesOf(a)), pick(edgesOf(a)), pick(notesOf(a))]
    a.edit.remove(node ? [node] : [], edge ? [edge] : [], true, note ? [note] : [])
  },
  duplicate: (a, _, number) => void a.edit.duplicate(nodesOf(a).slice(0, number % 4), notesOf(a).slice(0, 1)),
  paste: (a, pick, number) => {
    const id = pick(nodesOf(a))
    const clip = readClip(JSON.stringify(clipOf(a.graph.getState(), id ? [id] : [], notesOf(a).slice(0, 1))))
    if (clip) a.edit.paste(clip, { x: number * 10, y: number }, number % 2 === 0)
  },
  restore: (a, pick) => {
    const { nodes, edges, layout, training } = a.graph.getState()
    const gone = pick(nodesOf(a))
    const { [gone ?? '']: _, ...rest } = nodes
    const wires = Object.entries(edges).filter(([, edge]) => edge.source !== gone && edge.target !== gone)
    a.edit.restore({ nodes: rest, edges: Object.fromEntries(wires), layout, training })
  },
  applyFix: (a, pick, number) => {
    const [near, edge] = [pick(nodesOf(a)) ?? null, pick(edgesOf(a))]
    const [id, node] = [freshId(), layer('Flatten', {}, `fixed_${number}`)]
    a.edit.applyFix([
      edge ? { type: 'insert_on_edge', id, edge, node } : { type: 'add_node', id, node, near },
      { type: 'set_training', field: 'batch_size', value: number + 1 },
    ])
  },
  group: (a, pick, number) => {
    const all = nodesOf(a)
    const ids = [pick(all), pick(all), pick(all)].flatMap((id) => id ?? [])
    a.edit.group(ids.slice(0, 1 + (number % 3)), notesOf(a).slice(0, number % 2))
  },
  put: (a, pick, number) => {
    const id = pick(blocksOf(a))
    const edge = pick(edgesOf(a))
    if (!id) return
    const { nodes, edges } = a.graph.getState()
    const into = number % 2 && edge !== undefined
    const home = into ? homeOf(nodes, edges[edge]?.source ?? '') : null
    a.edit.put(clipOf(a.graph.getState(), [id]), home, into ? { type: 'into', edge } : { type: 'at', at: { x: number, y: 0 } })
  },
  unpack: (a, pick) => {
    const id = pick(blocksOf(a))
    if (id) a.edit.unpack(id)
  },
  unfold: (a, pick, number) => {
    const after = pick(nodesOf(a))
    const base = newBackbone('ResNet50')
    const id = a.edit.addNode(base, { after: after && a.graph.getState().nodes[after]?.type === 'layer' ? { node: after, port: 'output' } : null })
    const [block, input, output, wire] = [freshId(), freshId(), freshId(), freshId()]
    const nodes: Record<string, Node> = {
      [block]: { type: 'block', name: 'base', kind: 'model', repeat: 1, varying: {}, shares: null, prefixed: true, bypassed: false, block: null },
      [input]: { ...newInput('x'), block },
      [output]: { ...newOutput('y'), block },
    }
    const edges = { [wire]: { source: input, source_port: 'output', target: output, target_port: 'input', order: 'a0' } }
    a.edit.unfold(id, { nodes, edges, layout: { [input]: { x: 0, y: 0 }, [output]: { x: 0, y: 200 } } }, block, number % 2 ? 'begin' : null)
  },
  ownInside: (a, pick) => {
    const id = pick(blocksOf(a))
    if (id) a.edit.ownInside(id)
  },
  setRepeat: (a, pick, number) => {
    const id = pick(blocksOf(a))
    if (id) a.edit.setRepeat(id, 1 + (number % 3))
  },
  setVarying: (a, pick, number) => {
    const id = pick(blocksOf(a))
    const { nodes } = a.graph.getState()
    const block = nodes[id ?? '']
    const inner = id === undefined ? undefined : pick(insideOf(nodes, id))
    if (id === undefined || inner === undefined || block?.type !== 'block' || nodes[inner]?.type !== 'layer') return
    a.edit.setVarying(id, inner, 'units', number % 4 ? Array.from({ length: block.repeat }, (_, at) => number + at) : null)
  },
  addNote: (a, _, number) => void a.edit.addNote({ text: `note ${number}`, x: number, y: number }),
  setNote: (a, pick, number) => {
    const id = pick(notesOf(a))
    if (id) a.edit.setNote(id, number % 2 ? { text: `${number}` } : { color: 'pink', width: 90 + number })
  },
  keepCode: (a, _, number) => a.edit.keepCode(`code_${number % 3}`, own(`Own${number}`)),
  dropCode: (a, pick) => {
    const id = pick(Object.keys(a.graph.getState().code))
    if (id) a.edit.dropCode(id)
  },
  renameGraph: (a, _, number) => a.edit.renameGraph(`graph ${number}`),
  setTraining: (a, _, number) => a.edit.setTraining('epochs', number + 1),
}

function own(name: string): Code {
  const ports = { inputs: [port('x')], outputs: [port('output')] }
  return { name, kind: 'layer', source: `class ${name}: pass`, params: [], defines: [name], tried: {}, proof: name, ...ports }
}

export function act(a: Acting, { act, number, picks }: Step): void {
  let at = 0
  const pick = (from: readonly string[]) => from.toSorted()[(picks[at++ % 3] ?? 0) % Math.max(1, from.length)]
  ACTS[act]?.(a, pick, number)
}
