// A wire with the shape that flows through it. Its ends are worked out from the nodes' places, not from the size of the
// handles, which changes with the zoom.

import { BaseEdge, EdgeLabelRenderer, useInternalNode, type EdgeProps, type InternalNode } from '@xyflow/react'
import { memo } from 'react'
import { kindOf } from '../catalog/fits'
import { useCatalog } from '../catalog/context'
import { inputsOf, outputsOf } from '../catalog/ports'
import type { Position } from '../contract'
import { useDocument, useGraph, useInference } from '../document/hooks'
import type { GraphSnapshot } from '../document/graph'
import { linksOf } from '../document/links'
import { NODE_HEIGHT, STEP } from '../document/place'
import { useSelection } from '../document/selection'
import { shapeText } from '../ui/format'
import { anchorX } from './anchors'
import { bowOf, curveOf, SLANTED } from './curve'
import s from './wire.module.css'
import { useWiring } from './wiring'

export const Wire = memo(function Wire(props: EdgeProps) {
  const source = useInternalNode(props.source)
  const target = useInternalNode(props.target)
  return source && target ? <Line {...props} from={source} to={target} /> : null
})

function Line({
  id,
  source,
  target,
  sourceHandleId,
  targetHandleId,
  from,
  to,
  selected,
}: EdgeProps & { from: InternalNode; to: InternalNode }) {
  const catalog = useCatalog()
  const sourcePort = sourceHandleId ?? 'output'
  const outX = useGraph((graph) => {
    const node = graph.nodes[source]
    return node ? anchorX(outputsOf(catalog, graph.nodes, node), sourcePort) : 0
  })
  const inX = useGraph((graph) => {
    const node = graph.nodes[target]
    return node ? anchorX(inputsOf(catalog, graph.nodes, node), targetHandleId ?? 'input') : 0
  })
  const bow = useGraph(({ layout }) =>
    Math.round(bowOf(layout, source, target, (layout[source]?.x ?? 0) + outX, (layout[target]?.x ?? 0) + inX)),
  )
  const main = useGraph((graph) => isMain(graph, id))
  const lit = useSelection((selection) => selection.nodes.includes(source) || selection.nodes.includes(target))
  const bad = useInference((inference) => inference.problemsByEdge[id] !== undefined)
  const opened = useWiring((wiring) => wiring.opened === id)
  const start = below(from, outX)
  const end = { x: to.internals.positionAbsolute.x + inX, y: to.internals.positionAbsolute.y }
  const curve = curveOf(start, end, from.dragging || to.dragging ? 0 : bow)
  const look = opened ? 'opened' : bad ? 'bad' : selected || lit ? 'lit' : 'plain'
  return (
    <>
      <BaseEdge
        id={id}
        path={curve.path}
        className={s.wire}
        data-look={look}
        data-selected={selected || undefined}
        interactionWidth={18}
      />
      {(main || bad || end.y - start.y > STEP) && (
        <Shape
          node={source}
          port={sourcePort}
          bad={bad}
          at={curve.middle}
          above={!bow && Math.abs(end.x - start.x) > SLANTED}
        />
      )}
      <Insert id={id} at={curve.middle} selected={selected ?? false} />
    </>
  )
}

/** Several short wires from one port carry one shape: the straightest says it for all. */
function isMain(graph: GraphSnapshot, id: string): boolean {
  const wire = graph.edges[id]
  if (!wire) return false
  const twins = linksOf(graph.edges).from(wire.source)
  if (twins.length < 2) return true
  const aside = (target: string) => Math.abs((graph.layout[target]?.x ?? 0) - (graph.layout[wire.source]?.x ?? 0))
  return twins
    .filter((twin) => twin.source_port === wire.source_port && twin.id !== id)
    .every(
      (twin) => aside(twin.target) > aside(wire.target) || (aside(twin.target) === aside(wire.target) && twin.id > id),
    )
}

function below(node: InternalNode, x: number): Position {
  const { positionAbsolute } = node.internals
  return { x: positionAbsolute.x + x, y: positionAbsolute.y + (node.measured.height ?? NODE_HEIGHT) }
}

interface ShapeProps {
  node: string
  port: string
  bad: boolean
  at: Position
  above: boolean
}

/** Beside the wire, or above one that runs aside; never on it. */
function Shape({ node, port, bad, at, above }: ShapeProps) {
  const tensor = useInference((inference) => inference.nodes[node]?.outputs[port])
  const stale = useInference((inference) => inference.nodes[node]?.stale ?? false)
  if (!tensor) return null
  const text = shapeText(tensor.shape)
  return (
    <EdgeLabelRenderer>
      <div
        className={s.shape}
        data-bad={bad || undefined}
        data-stale={stale || undefined}
        style={{
          transform: above
            ? `translate(-50%, -100%) translate(${at.x}px, ${at.y - 7}px)`
            : `translate(0, -50%) translate(${at.x + 10}px, ${at.y}px)`,
        }}
        title={`${tensor.dtype}, one sample: ${text}`}
      >
        {bad ? `${text} is ${kindOf(tensor.shape.length)}` : text}
      </div>
    </EdgeLabelRenderer>
  )
}

/** A small plus on the wire under the pointer: puts a layer there. */
function Insert({ id, at, selected }: { id: string; at: Position; selected: boolean }) {
  const hovered = useWiring((wiring) => wiring.hovered === id && !wiring.from)
  const { graph } = useDocument()
  if (!hovered && !selected) return null
  const wire = graph.getState().edges[id]
  return (
    <EdgeLabelRenderer>
      <button
        type="button"
        className={`${s.insert} nodrag nopan`}
        style={{ transform: `translate(-50%, -50%) translate(${at.x}px, ${at.y}px)` }}
        aria-label={`Insert a layer into the wire from ${wire?.source ?? ''}`}
        title="Insert a layer here"
        data-insert={id}
        onPointerEnter={() => useWiring.setState({ hovered: id })}
      >
        +
      </button>
    </EdgeLabelRenderer>
  )
}
