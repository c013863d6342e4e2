// One node of the outline: what it is, what it gives, what is wrong with it. The selected one opens and can be edited.

import { memo, type ReactNode } from 'react'
import { useCatalog } from '../../catalog/context'
import { lineOf } from '../../catalog/line'
import { looksOf } from '../../catalog/member'
import { layersIn } from '../../canvas/drawing'
import { layerOf } from '../../catalog/ports'
import type { Node } from '../../contract'
import { useGraph, useInference } from '../../document/hooks'
import { linksOf } from '../../document/links'
import { select } from '../../document/selection'
import { Pill } from '../../ui/controls'
import { shapeText } from '../../ui/format'
import { groupColor, Glyph } from '../../ui/glyphs'
import { t } from '../../words/words'
import { Details } from './Details'
import s from './outline.module.css'

interface RowProps {
  id: string
  /** "3", inside a block "3.1". */
  place: string
  /** What stands above it in the list: fed by that alone, it need not say so. */
  above: string | undefined
  /** Tab comes here. */
  stop: boolean
  selected: boolean
  /** The rows of what stands inside. */
  children?: ReactNode
}

export const Row = memo(function Row({ id, ...rest }: RowProps) {
  const node = useGraph((graph) => graph.nodes[id])
  return node ? <Shown id={id} node={node} {...rest} /> : null
})

function Shown({ id, node, place, above, stop, selected, children }: RowProps & { node: Node }) {
  const catalog = useCatalog()
  const owner = useGraph((graph) => layerOf(graph.nodes, node))
  const found = useInference((inference) => inference.nodes[id])
  const problem = useInference((inference) => inference.problemsByNode[id]?.[0])
  const from = useGraph(({ edges, nodes }) => {
    const sources = linksOf(edges)
      .into(id)
      .map((link) => link.source)
    return sources.length === 1 && sources[0] === above ? '' : sources.map((each) => nodes[each]?.name).join(', ')
  })
  const shape = found && Object.values(found.outputs)[0]?.shape
  const layers = useGraph(({ nodes }) => layersIn(nodes, id))
  const { icon, group } = looksOf(catalog, owner)
  const bypassed = 'bypassed' in node && node.bypassed
  return (
    <li className={s.row} data-selected={selected || undefined} data-tone={problem?.severity}>
      <button
        type="button"
        className={s.open}
        data-id={id}
        tabIndex={stop ? 0 : -1}
        aria-expanded={selected}
        onClick={() => select(selected ? [] : [id])}
        onFocus={(event) => event.currentTarget.matches(':focus-visible') && select([id])}
      >
        <span className={s.place} aria-hidden="true">
          {place}
        </span>
        <Glyph
          icon={icon}
          group={group}
          style={{ color: groupColor(catalog.group(group)?.color ?? group) }}
        />
        <span className={s.words}>
          <b>
            {node.name} {bypassed && <Pill>{t('outline-bypassed')}</Pill>}
          </b>
          <span>{lineOf(catalog, node, owner, layers ? { layers } : {})}</span>
          {from && <small>{t('outline-after', { names: from })}</small>}
          {problem && (
            <small className={s.problem}>
              <span className="visually-hidden">{t(`outline-is-${problem.severity}`)}</span> {problem.title}
            </small>
          )}
        </span>
        <span className={s.numbers}>
          {shape && (
            <code>
              <span className="visually-hidden">{t('outline-gives')} </span>
              <span>{shapeText(shape)}</span>
            </code>
          )}
          {found && (node.type === 'layer' || node.type === 'block') && found.params > 0 && (
            <small>{t('outline-parameters', { n: found.params })}</small>
          )}
        </span>
      </button>
      {selected && <Details id={id} node={node} />}
      {children}
    </li>
  )
}
