// What a previewed fix would change, drawn in dashes over the canvas.

import { ViewportPortal } from '@xyflow/react'
import { useCatalog } from '../catalog/context'
import { useDocument } from '../document/hooks'
import { curveOf } from './curve'
import { ghostsOf, useGhost } from './ghost'
import s from './ghost.module.css'

export function Ghosts() {
  const fix = useGhost((state) => state.fix)
  const catalog = useCatalog()
  const { graph } = useDocument()
  if (!fix) return null
  const { nodes, wires } = ghostsOf(fix, graph.getState(), catalog)
  return (
    <ViewportPortal>
      <svg className={s.wires} aria-hidden="true">
        {wires.map((wire) => (
          <path key={wire.key} d={curveOf(wire.from, wire.to).path} data-kind={wire.kind} />
        ))}
      </svg>
      {nodes.map((node) => (
        <div
          key={node.key}
          className={s.node}
          data-kind={node.kind}
          style={{ transform: `translate(${node.at.x}px, ${node.at.y}px)` }}
          aria-hidden="true"
        >
          <b>{node.name}</b>
          <span>{node.line}</span>
        </div>
      ))}
    </ViewportPortal>
  )
}
