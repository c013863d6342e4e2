// One node as it is drawn: group, name, one line of what it is, what it costs, its ports. Reads the stores by its id.

import { Handle, Position, useUpdateNodeInternals, type NodeProps } from '@xyflow/react'
import { memo, useEffect, useMemo, useRef } from 'react'
import { useCatalog } from '../catalog/context'
import { lineOf } from '../catalog/line'
import { inputsOf, outputsOf } from '../catalog/ports'
import type { DataSource, Node, Port, Problem } from '../contract'
import { useGraph, useInference } from '../document/hooks'
import { rankAt } from '../document/tensors'
import { groupColor, Glyph } from '../ui/glyphs'
import { count, shapeText, shortCount } from '../ui/format'
import { anchorsOf } from './anchors'
import s from './node.module.css'
import { useSuggestion } from './useSuggestion'
import { useWiring } from './wiring'

export const NodeCard = memo(function NodeCard({ id, selected }: NodeProps) {
  const node = useGraph((graph) => graph.nodes[id])
  return node ? <Card id={id} node={node} selected={selected} /> : null
})

/** Also where a wire carries the wrong shape into a node that nothing depends on yet, and training would go ahead. */
function isGrave(problem: Problem): boolean {
  return problem.severity === 'error' || problem.edges.length > 0
}

function Card({ id, node, selected }: { id: string; node: Node; selected: boolean }) {
  const catalog = useCatalog()
  const owner = useGraph((graph) => {
    const shared = node.type === 'layer' && node.shares ? graph.nodes[node.shares] : undefined
    return shared?.type === 'layer' ? shared : node
  })
  const problems = useInference((inference) => inference.problemsByNode[id])
  const verdict = useWiring((wiring) => (wiring.from && wiring.from.node !== id ? wiring.verdicts[id] : undefined))
  const tone = problems?.some(isGrave) ? 'bad' : problems ? 'warn' : undefined
  const member = owner.type === 'layer' ? catalog.get('layer', owner.layer) : undefined
  const group = owner.type === 'layer' ? (member?.group ?? 'other') : 'io'
  const icon = owner.type === 'layer' ? (member?.icon ?? 'other') : owner.type
  const nodes = useMemo(
    () => ({ [owner === node ? '' : String((node as { shares?: string }).shares)]: owner }),
    [owner, node],
  )
  const inputs = inputsOf(catalog, nodes, node)
  const outputs = outputsOf(catalog, nodes, node)

  return (
    <div
      className={s.card}
      data-selected={selected || undefined}
      data-tone={tone}
      data-verdict={verdict}
      style={{ '--g': groupColor(catalog.group(group)?.color ?? group) } as React.CSSProperties}
      title={problems?.[0]?.title}
    >
      <Ports id={id} side="target" ports={inputs} />
      <div className={s.top}>
        <Glyph icon={icon} group={group} size={15} className={s.glyph} />
        <span className={s.name}>{node.name}</span>
        <Corner id={id} node={node} />
      </div>
      <Line id={id} node={node} owner={owner} />
      <span className="visually-hidden">{tone && `Problem: ${problems?.[0]?.title ?? ''}`}</span>
      <Ports id={id} side="source" ports={outputs} />
    </div>
  )
}

function Line({ id, node, owner }: { id: string; node: Node; owner: Node }) {
  const catalog = useCatalog()
  const rank = useInference((inference) => (node.type === 'input' ? rankAt(inference, id) : null))
  const suggested = useSuggestion(node.type === 'output' && !(node.loss && node.metrics) ? node.target : undefined)
  const line = lineOf(catalog, node, owner, { rank, suggested })
  return (
    <div className={s.line} data-type={node.type} title={line}>
      {line}
    </div>
  )
}

/** Upper right: what a layer costs, what an input reads, what an output should say. */
function Corner({ id, node }: { id: string; node: Node }) {
  const found = useInference((inference) => inference.nodes[id])
  const data = useGraph((graph) => graph.training.data)
  if (node.type === 'input') return <Mono title={data ? dataName(data) : ''}>{data ? dataName(data) : 'no data'}</Mono>
  if (node.type === 'output') return <Mono>{node.target ?? (data ? 'target' : 'no target')}</Mono>
  if (node.type === 'layer' && node.shares) return <Mono title="Uses the weights of another node">shared</Mono>
  if (!found || found.stale) return <Mono title="Not known yet">–</Mono>
  const shape = Object.values(found.outputs)[0]?.shape
  return (
    <Mono title={`${count(found.params)} parameters, of which ${count(found.trainable_params)} can learn`}>
      {shortCount(found.params)}
      <span className="visually-hidden"> parameters{shape ? `, gives ${shapeText(shape)}` : ''}</span>
    </Mono>
  )
}

function Mono({ children, title }: { children: React.ReactNode; title?: string }) {
  return (
    <span className={s.corner} title={title}>
      {children}
    </span>
  )
}

function dataName(data: DataSource): string {
  return data.type === 'csv' ? data.file_name : data.name
}

function Ports({ id, side, ports }: { id: string; side: 'source' | 'target'; ports: readonly Port[] }) {
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
          aria-label={`${side === 'target' ? 'Input' : 'Output'} ${port.name}`}
          title={portTitle(port, side, row.length)}
        />
      ))}
      {labelled && (
        <div className={s.labels} data-side={side} aria-hidden="true">
          {anchorsOf(ports.filter((port) => port.required)).map(({ port, x }) => (
            <span key={port.name} style={{ left: x }}>
              {port.name}
            </span>
          ))}
        </div>
      )}
    </>
  )
}

function portTitle(port: Port, side: 'source' | 'target', among: number): string {
  const what = among > 1 || !port.required ? port.name : side === 'target' ? 'Input' : 'Output'
  const how = port.many ? ' (takes several wires)' : port.required ? '' : ' (may be left out)'
  return `${what}${how}`
}
