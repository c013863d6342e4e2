// A wire with the shape that flows through it. Its ends are worked out from the nodes' places, not from the size of the
// handles, which changes with the zoom.

import { BaseEdge, useStoreApi, type EdgeProps, type InternalNode } from '@xyflow/react'
import { memo, type ReactNode } from 'react'
import { createPortal } from 'react-dom'
import { kindOf } from '../catalog/fits'
import { useCatalog } from '../catalog/context'
import { inputsOf, outputsOf, wiresInto } from '../catalog/ports'
import type { Position } from '../contract'
import { useDocument, useGraph, useInference } from '../document/hooks'
import type { GraphSnapshot } from '../document/graph'
import { linksOf } from '../document/links'
import { NODE_HEIGHT, STEP } from '../document/place'
import { useSelection } from '../document/selection'
import { shapeText } from '../ui/format'
import { useReadOnly } from '../ui/readOnly'
import { t } from '../words/words'
import { anchorX } from './anchors'
import { bowOf, curveOf, SLANTED } from './curve'
import s from './wire.module.css'
import { useWiring } from './wiring'

/** React Flow gives it new ends, and so draws it again, whenever one of its nodes moves. */
export const Wire = memo(function Wire(props: EdgeProps) {
  const { nodeLookup } = useStoreApi().getState()
  const from = nodeLookup.get(props.source)
  const to = nodeLookup.get(props.target)
  return from && to ? <Line {...props} from={placeOf(from)} to={placeOf(to)} /> : null
})

function placeOf({ internals: { positionAbsolute }, measured }: InternalNode): Place {
  return { ...positionAbsolute, height: measured.height ?? NODE_HEIGHT }
}

interface Place extends Position {
  height: number
}

function Line({
  id,
  source,
  target,
  sourceHandleId,
  targetHandleId,
  from,
  to,
  selected,
}: EdgeProps & { from: Place; to: Place }) {
  const catalog = useCatalog()
  const sourcePort = sourceHandleId ?? 'output'
  const outX = useGraph((graph) => {
    const node = graph.nodes[source]
    return node ? anchorX(outputsOf(catalog, graph.nodes, node, wiresInto(graph.edges, source)), sourcePort) : 0
  })
  const inX = useGraph((graph) => {
    const node = graph.nodes[target]
    return node ? anchorX(inputsOf(catalog, graph.nodes, node), targetHandleId ?? 'input') : 0
  })
  // While one of them is being moved it is a plain line: what stands in its way is looked for once they stand.
  const bow = useGraph(({ layout }) =>
    isAt(layout[source], from) && isAt(layout[target], to)
      ? Math.round(bowOf(layout, source, target, from.x + outX, to.x + inX))
      : 0,
  )
  const main = useGraph((graph) => isMain(graph, id))
  const lit = useSelection((selection) => selection.nodes.includes(source) || selection.nodes.includes(target))
  const bad = useInference((inference) => inference.problemsByEdge[id] !== undefined)
  const opened = useWiring((wiring) => wiring.opened === id)
  const pulled = useWiring((wiring) => wiring.from !== null && wiring.pulled === id)
  const hovered = useWiring((wiring) => wiring.hovered === id && !wiring.from)
  const held = useReadOnly()
  const start = { x: from.x + outX, y: from.y + from.height }
  const end = { x: to.x + inX, y: to.y }
  const curve = curveOf(start, end, bow)
  const look = pulled ? 'pulled' : opened ? 'opened' : bad ? 'bad' : selected || lit ? 'lit' : 'plain'
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
      {(hovered || selected) && !held && (
        <g className={s.grips} aria-hidden="true">
          <circle cx={start.x} cy={start.y + GRIP} r={4} />
          <circle cx={end.x} cy={end.y - GRIP} r={4} />
        </g>
      )}
      {(main || bad || end.y - start.y > STEP) && (
        <Shape
          wire={id}
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

function isAt(place: Position | undefined, { x, y }: Position): boolean {
  return place !== undefined && place.x === x && place.y === y
}

/** Where React Flow has labels stand. Its own component looks for that place in every frame, once for each wire. */
function Above({ children }: { children: ReactNode }) {
  const place = useStoreApi().getState().domNode?.querySelector('.react-flow__edgelabel-renderer')
  return place ? createPortal(children, place) : null
}

/** From a node's edge to the mark that says: this end can be taken hold of. */
const GRIP = 9

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

interface ShapeProps {
  wire: string
  node: string
  port: string
  bad: boolean
  at: Position
  above: boolean
}

/** Of one line in the shapes' type, as the style sheet sets it; a place instead of a transform spares the browser a layer for each. */
const HEIGHT = 18
const LETTER = 6.6

/** Beside the wire, or above one that runs aside; never on it. */
function Shape({ wire, node, port, bad, at, above }: ShapeProps) {
  const tensor = useInference((inference) => inference.nodes[node]?.outputs[port])
  const stale = useInference((inference) => inference.nodes[node]?.stale ?? false)
  if (!tensor) return null
  const shape = shapeText(tensor.shape)
  const text = bad ? t('canvas-shape-is', { shape, kind: kindOf(tensor.shape.length) }) : shape
  const width = text.length * LETTER + 10
  return (
    <Above>
      <div
        className={s.shape}
        data-wire={wire}
        data-bad={bad || undefined}
        data-stale={stale || undefined}
        style={{ left: above ? at.x - width / 2 : at.x + 10, top: above ? at.y - 7 - HEIGHT : at.y - HEIGHT / 2 }}
        title={t('canvas-shape-why', { dtype: tensor.dtype, shape })}
      >
        {text}
      </div>
    </Above>
  )
}

/** A small plus on the wire under the pointer: puts a layer there. */
function Insert({ id, at, selected }: { id: string; at: Position; selected: boolean }) {
  const hovered = useWiring((wiring) => wiring.hovered === id && !wiring.from)
  const { graph } = useDocument()
  const held = useReadOnly()
  if ((!hovered && !selected) || held) return null
  const { edges, nodes } = graph.getState()
  const name = nodes[edges[id]?.source ?? '']?.name ?? ''
  return (
    <Above>
      <button
        type="button"
        className={`${s.insert} nodrag nopan`}
        style={{ transform: `translate(-50%, -50%) translate(${at.x}px, ${at.y}px)` }}
        aria-label={t('canvas-insert-after', { name })}
        title={t('canvas-insert-here')}
        data-insert={id}
        onPointerEnter={() => useWiring.setState({ hovered: id })}
      >
        +
      </button>
    </Above>
  )
}
