// The canvas: hands the graph to React Flow and turns gestures into edits.

import '@xyflow/react/dist/base.css'
import { Background, BackgroundVariant, ReactFlow, ReactFlowProvider, SelectionMode } from '@xyflow/react'
import { useEffect, useMemo, useRef } from 'react'
import { useStore } from 'zustand'
import { useDocument } from '../document/hooks'
import { AddMenu } from './AddMenu'
import s from './canvas.module.css'
import { Carried } from './Carried'
import { ConnectionLine } from './ConnectionLine'
import { EmptyCanvas } from './EmptyCanvas'
import { flowOf } from './flow'
import { Ghosts } from './Ghosts'
import { NodeCard } from './NodeCard'
import { ProblemCard } from './ProblemCard'
import { Tools } from './Tools'
import { useConnecting } from './useConnecting'
import { useDragging } from './useDragging'
import { useDrops } from './useDrops'
import { useFirstView } from './useFirstView'
import { useKeys } from './useKeys'
import { useReveal } from './useReveal'
import { useSearchHere } from './useSearchHere'
import { Wire } from './Wire'
import { useWiring } from './wiring'

const NODES = { card: NodeCard }
const WIRES = { wire: Wire }
const FAR = 0.45

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
  const nodes = useStore(flow.store, (state) => state.nodes)
  const edges = useStore(flow.store, (state) => state.edges)
  const box = useRef<HTMLDivElement>(null)

  const connecting = useConnecting()
  const dragging = useDragging()
  const search = useSearchHere(box)
  useDrops(box)
  useKeys(box, search.open)
  useReveal()
  useFirstView()

  const zoomed = (zoom: number) => {
    box.current?.style.setProperty('--zoom', String(zoom))
    if (box.current) box.current.dataset.detail = zoom < FAR ? 'low' : 'full'
  }
  return (
    <div className={s.canvas} ref={box} data-testid="canvas">
      <ReactFlow
        nodes={nodes}
        edges={edges}
        nodeTypes={NODES}
        edgeTypes={WIRES}
        onNodesChange={flow.onNodesChange}
        onEdgesChange={flow.onEdgesChange}
        {...connecting}
        {...dragging}
        onInit={(instance) => zoomed(instance.getZoom())}
        onMove={(_, viewport) => zoomed(viewport.zoom)}
        onEdgeMouseEnter={(_, edge) => useWiring.setState({ hovered: edge.id })}
        onEdgeMouseLeave={(event) => {
          const next = event.relatedTarget
          if (!(next instanceof Element && next.closest('[data-insert]'))) useWiring.setState({ hovered: null })
        }}
        connectionLineComponent={ConnectionLine}
        connectionRadius={26}
        nodeDragThreshold={3}
        minZoom={0.1}
        maxZoom={2}
        selectionMode={SelectionMode.Partial}
        selectionOnDrag={false}
        panOnScroll={false}
        zoomOnDoubleClick={false}
        deleteKeyCode={null}
        multiSelectionKeyCode={['Shift', 'Meta', 'Control']}
        disableKeyboardA11y
        elevateNodesOnSelect={false}
        proOptions={{ hideAttribution: true }}
        aria-label="Network"
      >
        <Background variant={BackgroundVariant.Dots} gap={20} size={1.6} color="var(--dot)" />
        <Ghosts />
        <ProblemCard />
        <Tools flow={flow} />
      </ReactFlow>
      <EmptyCanvas onSearch={search.open} />
      <AddMenu />
      <Carried />
    </div>
  )
}
