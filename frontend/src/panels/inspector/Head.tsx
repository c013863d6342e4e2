// What is selected, in one line: its drawing, its class, and the sizes that come in and go out.

import { useCatalog } from '../../catalog/context'
import { layerOf } from '../../catalog/ports'
import type { Node } from '../../contract'
import { useGraph } from '../../document/hooks'
import { shapeText } from '../../ui/format'
import { Glyph, groupColor } from '../../ui/glyphs'
import s from './inspector.module.css'
import { useFlow } from './useFlow'

export function Head({ id, node }: { id: string; node: Node }) {
  const catalog = useCatalog()
  const counts = useGraph((graph) => layerOf(graph.nodes, node))
  const { output, stale } = useFlow(id)
  const member = counts.type === 'layer' ? catalog.get('layer', counts.layer) : undefined
  const group = member?.group ?? 'io'
  const icon = member?.icon ?? (node.type === 'output' ? 'output' : 'input')
  return (
    <header className={s.head}>
      <span style={{ color: groupColor(catalog.group(group)?.color) }} className={s.headGlyph}>
        <Glyph icon={icon} group={group} size={16} />
      </span>
      <h2>{classOf(counts)}</h2>
      {output && node.type !== 'output' && (
        <span className={s.headShape} data-stale={stale || undefined} title={`${stale ? 'Before: ' : ''}${output.dtype}`}>
          <span className="visually-hidden">gives </span>
          {shapeText(output.shape)}
        </span>
      )}
    </header>
  )
}

export function classOf(node: Node): string {
  switch (node.type) {
    case 'input':
      return 'Input'
    case 'output':
      return 'Output'
    case 'layer':
      return node.layer
    case 'op':
      return node.op
    case 'block':
      return 'Block'
    case 'backbone':
      return node.application
    case 'custom':
      return 'Custom'
  }
}
