// React Flow as its own stress example sets it up, on the graph of `graph.json` and in a box of the size that is asked for.
// `dressed` adds its map, tools and paper, `seen` has it draw what is in sight only: to look at, not the reference.

import '@xyflow/react/dist/style.css'
import { addEdge, Background, Controls, MiniMap, ReactFlow, useEdgesState, useNodesState } from '@xyflow/react'
import { useCallback } from 'react'
import { createRoot } from 'react-dom/client'

const asked = new URLSearchParams(location.search)
const graph = await (await fetch('graph.json')).json()
const box = { position: 'absolute', ...Object.fromEntries(['left', 'top', 'width', 'height'].map((side) => [side, Number(asked.get(side))])) }

function Bare() {
  const [nodes, , onNodesChange] = useNodesState(graph.nodes)
  const [edges, setEdges, onEdgesChange] = useEdgesState(graph.edges)
  const onConnect = useCallback((wire) => setEdges((all) => addEdge(wire, all)), [setEdges])
  return (
    <div style={box}>
      <ReactFlow
        nodes={nodes}
        edges={edges}
        onNodesChange={onNodesChange}
        onEdgesChange={onEdgesChange}
        onConnect={onConnect}
        fitView
        fitViewOptions={{ padding: '28px' }}
        minZoom={0}
        onlyRenderVisibleElements={asked.has('seen')}
      >
        {asked.has('dressed') && (
          <>
            <MiniMap />
            <Controls />
            <Background />
          </>
        )}
      </ReactFlow>
    </div>
  )
}

createRoot(document.getElementById('root')).render(<Bare />)
