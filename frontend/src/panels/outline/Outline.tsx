// The same network as a list from top to bottom: what a small screen reads, and what can be edited without a canvas.

import { useMemo } from 'react'
import { useCatalog } from '../../catalog/context'
import { lineOf } from '../../catalog/line'
import { layerOf } from '../../catalog/ports'
import type { Node } from '../../contract'
import { useDocument, useGraph, useInference } from '../../document/hooks'
import { linksOf } from '../../document/links'
import { select, useSelection } from '../../document/selection'
import { openDrawer } from '../../frame/panes'
import { Button, IconButton } from '../../ui/controls'
import { shapeText, shortCount } from '../../ui/format'
import { groupColor, Glyph, Icon } from '../../ui/glyphs'
import s from './outline.module.css'
import { readingOrder } from './readingOrder'

export function Outline() {
  const nodes = useGraph((graph) => graph.nodes)
  const edges = useGraph((graph) => graph.edges)
  const order = useMemo(() => readingOrder(nodes, edges), [nodes, edges])
  return (
    <div className={s.outline}>
      {!order.length && <p className={s.none}>Nothing here yet. Begin with an input.</p>}
      <ol aria-label="Network, from top to bottom">
        {order.map((id) => {
          const node = nodes[id]
          return node ? <Row key={id} id={id} node={node} /> : null
        })}
      </ol>
      <Button onClick={() => openDrawer('palette')}>
        <Icon name="plus" /> Add a layer
      </Button>
    </div>
  )
}

function Row({ id, node }: { id: string; node: Node }) {
  const catalog = useCatalog()
  const { edit } = useDocument()
  const owner = useGraph((graph) => layerOf(graph.nodes, node))
  const found = useInference((inference) => inference.nodes[id])
  const problem = useInference((inference) => inference.problemsByNode[id]?.[0])
  const selected = useSelection((selection) => selection.nodes.includes(id))
  const from = useGraph((graph) =>
    linksOf(graph.edges)
      .into(id)
      .map((link) => graph.nodes[link.source]?.name)
      .join(', '),
  )
  const member = owner.type === 'layer' ? catalog.get('layer', owner.layer) : undefined
  const shape = found && Object.values(found.outputs)[0]?.shape
  const group = member?.group ?? 'io'
  return (
    <li className={s.row} data-selected={selected || undefined} data-tone={problem?.severity}>
      <button
        type="button"
        className={s.open}
        onClick={() => {
          select([id])
          openDrawer('inspector')
        }}
      >
        <Glyph
          icon={member?.icon ?? node.type}
          group={group}
          style={{ color: groupColor(catalog.group(group)?.color) }}
        />
        <span className={s.words}>
          <b>{node.name}</b>
          <span>{lineOf(catalog, node, owner)}</span>
          {from && <small>after {from}</small>}
          {problem && <small className={s.problem}>{problem.title}</small>}
        </span>
        <span className={s.numbers}>
          {shape && <code>{shapeText(shape)}</code>}
          {found && node.type === 'layer' && <small>{shortCount(found.params)} parameters</small>}
        </span>
      </button>
      <IconButton small label={`Remove ${node.name}`} onClick={() => edit.remove([id])}>
        <Icon name="trash" size={14} />
      </IconButton>
    </li>
  )
}
