// The canvas: hands the graph to React Flow and turns gestures into edits.

import '@xyflow/react/dist/base.css'
import { ReactFlow, ReactFlowProvider, type Edge, type ReactFlowProps } from '@xyflow/react'
import { useEffect, useMemo, useRef } from 'react'
import { useStore } from 'zustand'
import { useTalking } from '../comments/talking'
import { useDocument, useInference, useSync } from '../document/hooks'
import type { Box } from '../document/place'
import { t } from '../words/words'
import { AddMenu } from './AddMenu'
import s from './canvas.module.css'
import { Carried } from './Carried'
import { ConnectionLine } from './ConnectionLine'
import { Context } from './Context'
import { Dots } from './Dots'
import { DragMarks } from './DragMarks'
import { EmptyCanvas } from './EmptyCanvas'
import { flowOf, type Flow as FlowOf } from './flow'
import { Ghosts } from './Ghosts'
import { NodeCard } from './NodeCard'
import { Note } from './Note'
import { Pointing } from './Pointing'
import { later } from '../ui/later'
import { useLevels } from './levels'
import { Tools } from './Tools'
import { useArriving } from './useArriving'
import { useBlocks } from './useBlocks'
import { useClipboard } from './useClipboard'
import { useDetail } from './useDetail'
import { useDrops } from './useDrops'
import { useEditActions } from './useEditActions'
import { useFirstView } from './useFirstView'
import { useGestures } from './useGestures'
import { useMoveActions } from './useMoveActions'
import { useReveal } from './useReveal'
import { useSearchHere } from './useSearchHere'
import { useSight } from './useSight'
import { useTidy } from './useTidy'
import { useViewActions } from './useViewActions'
import { Wire } from './Wire'
import { WiringHint } from './WiringHint'
import { useWiring } from './wiring'

const Talk = later(() => import('./Talk').then((part) => part.Talk))
const ProblemCard = later(() => import('./ProblemCard').then((part) => part.ProblemCard))
const People = later(() => import('./People').then((part) => part.People))
const Crumbs = later(() => import('./Crumbs').then((part) => part.Crumbs))
const NODES = { card: NodeCard, note: Note }
const WIRES = { wire: Wire }
export function Canvas() {
  return (
    <ReactFlowProvider>
      <Flow />
    </ReactFlowProvider>
  )
}

function Flow() {
  const document = useDocument()
  const flow = useMemo(() => flowOf(document.graph), [document.graph])
  useEffect(() => flow.close, [flow])
  const box = useRef<HTMLDivElement>(null)
  const talked = useTalking(({ node }) => node)
  const company = useSync((sync) => sync.company)
  const wrong = useInference(({ problems }) => problems.length > 0)

  const gestures = useGestures(box, flow)
  const search = useSearchHere(box)
  useDrops(box)
  useClipboard(box)
  useEditActions()
  useBlocks(box)
  useMoveActions(box)
  useViewActions(box, search.open, useTidy(flow))
  useReveal()
  useLevels(box)
  const first = useFirstView(box)
  useEffect(() => {
    const timer = setTimeout(Talk.prepare, 3000) // a person who is offline by then can comment all the same
    return () => clearTimeout(timer)
  }, [])

  useSight()
  const detail = useDetail(box)

  return (
    <div className={s.canvas} ref={box} data-testid="canvas" data-scope="canvas">
      {first && (
        <Drawn flow={flow} shown={first.shown} defaultViewport={first.viewport} {...gestures} {...detail}>
          <Dots />
          <Ghosts />
          <DragMarks />
          {wrong && <ProblemCard />}
          {talked !== null && <Talk key={talked} node={talked} />}
          {company && <People flow={flow} />}
          <Tools />
        </Drawn>
      )}
      {document.block !== null && <Crumbs />}
      <EmptyCanvas onSearch={search.open} />
      <AddMenu />
      <Carried />
      <WiringHint />
      <Context />
      <Pointing />
    </div>
  )
}

const onEdgeMouseEnter = (_: unknown, edge: Edge) => useWiring.setState({ hovered: edge.id })
const onEdgeMouseLeave = ({ relatedTarget: next }: React.MouseEvent) => {
  if (!(next instanceof Element && next.closest('[data-insert]'))) useWiring.setState({ hovered: null })
}
const PRO = { hideAttribution: true }

/** By itself, so that what stands on the canvas is not drawn again with every move of a node. */
function Drawn({ flow, shown, ...rest }: { flow: FlowOf; shown: Box } & ReactFlowProps) {
  const nodes = useStore(flow.store, (state) => state.nodes)
  const edges = useStore(flow.store, (state) => state.edges)
  const drawn = useArriving(nodes, edges, shown)
  return (
    <ReactFlow
      {...drawn}
      nodeTypes={NODES}
      edgeTypes={WIRES}
      {...rest}
      onEdgeMouseEnter={onEdgeMouseEnter}
      onEdgeMouseLeave={onEdgeMouseLeave}
      connectionLineComponent={ConnectionLine}
      connectionRadius={26}
      nodeDragThreshold={3}
      minZoom={0.1}
      maxZoom={2}
      zoomOnDoubleClick={false}
      deleteKeyCode={null}
      disableKeyboardA11y
      elevateNodesOnSelect={false}
      proOptions={PRO}
      aria-label={t('canvas-network')}
    />
  )
}
