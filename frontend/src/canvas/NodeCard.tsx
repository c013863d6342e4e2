// One node as it is drawn: group, name, one line of what it is, what it costs, its ports. Reads the stores by its id.

import { Handle, Position, useUpdateNodeInternals, type NodeProps } from '@xyflow/react'
import { memo, useEffect, useMemo, useRef } from 'react'
import { useCatalog } from '../catalog/context'
import { allInside, ownerOf, portsOf } from '../catalog/blocks'
import { blockLine, lineOf } from '../catalog/line'
import { calledOf, isCall, looksOf, memberOf } from '../catalog/member'
import { inputsOf, outputsOf, wiresInto } from '../catalog/ports'
import { Badge } from '../comments/Badge'
import { USUAL_PORT, type BlockNode, type Node, type Port, type Problem } from '../contract'
import { useChanged } from '../document/changed'
import type { GraphSnapshot } from '../document/graph'
import { useDocument, useGraph, useInference } from '../document/hooks'
import { linksOf } from '../document/links'
import { useSelection } from '../document/selection'
import { familyOf } from '../document/sharing'
import { rankAt } from '../document/tensors'
import { cx } from '../ui/controls'
import { count, shapeText } from '../ui/format'
import { groupColor } from '../ui/glyphs'
import { t } from '../words/words'
import { anchorsOf } from './anchors'
import { Corner } from './Corner'
import { nameIdOf } from './flow'
import { glyphClass } from './glyphSheet'
import s from './node.module.css'
import { isUnused } from './standing'
import { useSuggestion } from './useSuggestion'
import { Within } from './Within'
import { useWiring } from './wiring'

export const NodeCard = memo(function NodeCard({ id, selected }: NodeProps) {
  const node = useGraph((graph) => graph.nodes[id])
  return node ? <Card id={id} node={node} selected={selected} /> : null
})

/** So many letters fit beside a number of parameters, and so many below. */
const SHORT_NAME = 13
const SHORT_LINE = 25

/** Also where a wire carries the wrong shape into a node that nothing depends on yet, and training would go ahead. */
function isGrave(problem: Problem): boolean {
  return problem.severity === 'error' || problem.edges.length > 0
}

function Card({ id, node, selected }: { id: string; node: Node; selected: boolean }) {
  const catalog = useCatalog()
  const owner = useGraph((graph) => {
    const shared = 'shares' in node && node.shares ? graph.nodes[node.shares] : undefined
    return shared?.type === node.type ? shared : node
  })
  const problems = useInference((inference) => inference.problemsByNode[id])
  const verdict = useWiring((wiring) => (wiring.from && wiring.from.node !== id ? wiring.verdicts[id] : undefined))
  const unused = useGraph((graph) => isUnused(graph, id))
  const changed = useChanged(({ nodes }) => nodes.has(id))
  const tone = problems?.some(isGrave) ? 'bad' : problems ? 'warn' : undefined
  const { group, icon } = looksOf(catalog, owner)
  const color = catalog.group(group)?.color ?? group
  const nodes = useMemo(
    () => ({ [owner === node ? '' : String((node as { shares?: string }).shares)]: owner }),
    [owner, node],
  )
  const ends = useEnds(id, node)
  const inputs = ends?.inputs ?? inputsOf(catalog, nodes, node)
  const counts = memberOf(catalog, node)?.outputs.find((port) => port.each)?.each
  const wires = useGraph(({ edges }) => (counts === undefined ? 0 : wiresInto(edges, id)(counts)))
  const outputs = ends?.outputs ?? outputsOf(catalog, nodes, node, () => wires)

  const kin = useKin(id, selected)
  const times = owner.type === 'block' && owner.repeat > 1 ? owner.repeat : 0
  const short = node.type === 'layer' && !node.bypassed && !unused && node.name.length <= SHORT_NAME

  return (
    <div
      className={s.card}
      data-selected={selected || undefined}
      data-tone={tone}
      data-verdict={verdict}
      data-bypassed={('bypassed' in node && node.bypassed) || undefined}
      data-stack={node.type === 'block' ? Math.min(times, 3) : undefined}
      data-unused={unused || undefined}
      data-kin={kin || undefined}
      style={{ '--g': groupColor(color) } as React.CSSProperties}
      title={problems?.[0]?.title}
    >
      <Ports id={id} side="target" ports={inputs} names={ends?.names} />
      <div className={cx(s.glyph, glyphClass(icon, group, color))} />
      <div className={s.body}>
        <div className={s.top}>
          <span className={s.name} data-short={short || undefined}>
            {node.name}
          </span>
          {times > 0 && <span className={s.times}>{t('canvas-times', { n: times })}</span>}
          <Corner id={id} node={node} unused={unused} />
        </div>
        <Line id={id} node={node} owner={owner} />
      </div>
      <Badge node={id} name={node.name} />
      {changed && <span className={s.changed} title={t('canvas-changed')} />}
      <Name id={id} node={node} owner={owner} />
      <Ports id={id} side="source" ports={outputs} names={ends?.names} />
      {node.type === 'block' && <Within id={id} />}
    </div>
  )
}

interface Ends {
  inputs: readonly Port[]
  outputs: readonly Port[]
  names: Readonly<Record<string, string>>
}

/** The ports of a block, by the ids of the ends inside, with their names. */
function useEnds(id: string, node: Node): Ends | null {
  // A string, so that it is worked out again only when an end comes, goes or is renamed.
  const key = useGraph(({ nodes }) => {
    if (node.type !== 'block') return ''
    const named = (end: 'input' | 'output') => portsOf(nodes, id, end).map((port) => [port, nodes[port]?.name ?? ''])
    return JSON.stringify([named('input'), named('output')])
  })
  return useMemo(() => {
    if (!key) return null
    const [inputs, outputs] = JSON.parse(key) as [string, string][][]
    const ports = (all: [string, string][] = []) => all.map(([name]) => ({ ...USUAL_PORT, name }))
    return { inputs: ports(inputs), outputs: ports(outputs), names: Object.fromEntries([...(inputs ?? []), ...(outputs ?? [])]) }
  }, [key])
}

/** Whether a selected node uses the very layer that this one uses. */
function useKin(id: string, selected: boolean): boolean {
  const family = useGraph(({ nodes }) => familyOf(nodes, id))
  const { graph } = useDocument()
  return useSelection(
    ({ nodes }) =>
      family !== null && !selected && nodes.some((other) => familyOf(graph.getState().nodes, other) === family),
  )
}

/** "Conv2D conv, 8 × 8 × 16, 160 parameters, 1 problem": the node's name to a screen reader. */
function Name({ id, node, owner }: { id: string; node: Node; owner: Node }) {
  const found = useInference((inference) => inference.nodes[id])
  const problems = useInference((inference) => inference.problemsByNode[id]?.length ?? 0)
  const changed = useChanged(({ nodes }) => nodes.has(id))
  const layers = useLayers(id, node)
  const catalog = useCatalog()
  const own = owner.type === 'custom' ? catalog.own(owner.code)?.name : undefined
  const what = isCall(owner) ? calledOf(owner) : owner.type === 'backbone' ? owner.application : (own ?? (owner.type === 'custom' ? t('line-custom') : owner.type))
  const shapes = found && !found.stale ? Object.values(found.outputs).map(({ shape }) => shapeText(shape)) : []
  const parts = [
    `${what} ${node.name}`,
    ...shapes,
    found && found.params > 0 && t('canvas-params', { n: found.params, params: count(found.params) }),
    owner.type === 'block' && owner.repeat > 1 && t('canvas-times', { n: owner.repeat }),
    layers > 0 && t('line-layers', { n: layers }),
    'bypassed' in node && node.bypassed && t('canvas-bypassed'),
    problems > 0 && t('frame-n-problems', { n: problems }),
    changed && t('canvas-changed'),
  ]
  return (
    <span className="visually-hidden" id={nameIdOf(id)}>
      {parts.filter(Boolean).join(', ')}
    </span>
  )
}

function Line({ id, node, owner }: { id: string; node: Node; owner: Node }) {
  const catalog = useCatalog()
  const rank = useInference((inference) => (node.type === 'input' ? rankAt(inference, id) : null))
  const pixels = useGraph((graph) => node.type === 'input' && givesPixels(graph, id))
  const suggested = useSuggestion(node.type === 'output' && !(node.loss && node.metrics) ? node.target : undefined)
  const layers = useLayers(id, node)
  const line =
    node.type === 'block'
      ? blockLine(node, owner as BlockNode, layers)
      : lineOf(catalog, node, owner, { rank, pixels, suggested })
  return (
    <div className={s.line} data-type={node.type} data-short={line.length <= SHORT_LINE || undefined} title={line}>
      {line}
    </div>
  )
}

/** How many stand in a block, those in the blocks within counted. */
function useLayers(id: string, node: Node): number {
  return useGraph(({ nodes }) =>
    node.type === 'block' ? allInside(nodes, ownerOf(nodes, id)).filter((each) => isCall(nodes[each])).length : 0,
  )
}

/** Where backbones alone follow, an input gives them the pixels that they prepare themselves. */
function givesPixels({ nodes, edges }: GraphSnapshot, id: string): boolean {
  const behind = linksOf(edges).from(id).map(({ target }) => nodes[target])
  return behind.length > 0 && behind.every((node) => node?.type === 'backbone' && node.preprocess)
}

const NAMES: Readonly<Record<string, string>> = {}

interface PortsProps {
  id: string
  side: 'source' | 'target'
  ports: readonly Port[]
  /** Where they are called otherwise than they are written. */
  names?: Readonly<Record<string, string>> | undefined
}

function Ports({ id, side, ports, names = NAMES }: PortsProps) {
  const refresh = useUpdateNodeInternals()
  const key = ports.map((port) => port.name).join()
  const measured = useRef(key)
  useEffect(() => {
    // React Flow measures a new node by itself; asking it once more for each of 300 takes seconds.
    if (measured.current !== key) refresh(id)
    measured.current = key
  }, [refresh, id, key])
  const labelled = ports.filter((port) => port.required).length > 1
  const row = ports.map((port) => port.name)
  return (
    <>
      {anchorsOf(ports).map(({ port, x }) => (
        <Handle
          key={port.name}
          id={port.name}
          type={side}
          position={side === 'target' ? Position.Top : Position.Bottom}
          className={s.port}
          data-optional={!port.required || undefined}
          style={{ left: x }}
          role="img"
          aria-label={t(side === 'target' ? 'canvas-input-named' : 'canvas-output-named', { name: names[port.name] ?? port.name })}
          title={portTitle({ ...port, name: names[port.name] ?? port.name }, side, row.length)}
        />
      ))}
      {labelled && (
        <div className={s.labels} data-side={side} aria-hidden="true">
          {anchorsOf(ports.filter((port) => port.required)).map(({ port, x }) => (
            <span key={port.name} style={{ left: x }}>
              {names[port.name] ?? port.name}
            </span>
          ))}
        </div>
      )}
    </>
  )
}

function portTitle(port: Port, side: 'source' | 'target', among: number): string {
  const name = among > 1 || !port.required ? port.name : t(side === 'target' ? 'canvas-input' : 'canvas-output')
  if (port.many) return t('canvas-port-many', { name })
  return port.required ? name : t('canvas-port-optional', { name })
}
