// Zoom, fit, tidy up, and the map in the corner.

import { MiniMap, Panel, useReactFlow, type Node } from '@xyflow/react'
import { useStore } from 'zustand'
import { useDocument } from '../document/hooks'
import { IconButton } from '../ui/controls'
import { Icon } from '../ui/glyphs'
import { arrange } from './arrange'
import s from './canvas.module.css'
import type { Flow } from './flow'
import { useLook } from './useFirstView'

const MAP = { width: 118, height: 80 }

export function Tools({ flow }: { flow: Flow }) {
  const { zoomIn, zoomOut } = useReactFlow()
  const look = useLook()
  const { graph, edit, inference } = useDocument()
  const some = useStore(flow.store, (state) => state.nodes.length > 0)
  const byNode = useStore(inference, (view) => view.problemsByNode)

  const tidy = () => {
    const { nodes, edges } = graph.getState()
    edit.moveNodes(arrange(nodes, edges))
    requestAnimationFrame(() => look(undefined, 200))
  }
  const color = (node: Node) =>
    byNode[node.id]?.some((each) => each.severity === 'error') ? 'var(--bad)' : 'var(--faint)'
  return (
    <>
      <Panel position="bottom-left" className={s.toolsPanel ?? ''}>
        <div className={s.tools} role="toolbar" aria-label="View">
          <IconButton label="Zoom in" onClick={() => void zoomIn({ duration: 120 })}>
            <Icon name="plus" />
          </IconButton>
          <IconButton label="Zoom out" onClick={() => void zoomOut({ duration: 120 })}>
            <Icon name="minus" />
          </IconButton>
          <IconButton label="Show everything" keys="F" onClick={() => look(undefined, 200)}>
            <Icon name="fit" />
          </IconButton>
          <IconButton label="Tidy up" disabled={!some} onClick={tidy}>
            <Icon name="layout" />
          </IconButton>
        </div>
      </Panel>
      {some && (
        <MiniMap
          className={s.minimap ?? ''}
          style={MAP}
          pannable
          zoomable
          nodeColor={color}
          nodeBorderRadius={14}
          maskColor="color-mix(in srgb, var(--bg) 60%, transparent)"
          maskStrokeColor="var(--accent)"
          maskStrokeWidth={2}
          ariaLabel="Map of the network"
        />
      )}
    </>
  )
}
