// What is selected, in one line: its drawing, its class, and the sizes that come in and go out.

import type { CatalogIndex } from '../../catalog/catalog'
import { useCatalog } from '../../catalog/context'
import { looksOf } from '../../catalog/member'
import { layerOf } from '../../catalog/ports'
import type { Node } from '../../contract'
import { useGraph } from '../../document/hooks'
import { shapeText } from '../../ui/format'
import { Glyph, groupColor } from '../../ui/glyphs'
import s from './inspector.module.css'
import { useFlow } from './useFlow'
import { t } from '../../words/words'

export function Head({ id, node }: { id: string; node: Node }) {
  const catalog = useCatalog()
  const counts = useGraph((graph) => layerOf(graph.nodes, node))
  const { output, stale } = useFlow(id)
  const { group, icon } = looksOf(catalog, counts)
  return (
    <header className={s.head}>
      <span style={{ color: groupColor(catalog.group(group)?.color ?? group) }} className={s.headGlyph}>
        <Glyph icon={icon} group={group} size={16} />
      </span>
      <h2>{classOf(catalog, counts)}</h2>
      {output && node.type !== 'output' && (
        <span className={s.headShape} data-stale={stale || undefined} title={stale ? t('inspector-before', { what: output.dtype }) : output.dtype}>
          <span className="visually-hidden">{t('inspector-gives')} </span>
          {shapeText(output.shape)}
        </span>
      )}
    </header>
  )
}

export function classOf(catalog: CatalogIndex, node: Node): string {
  switch (node.type) {
    case 'input':
      return t('line-input')
    case 'output':
      return t('line-output')
    case 'layer':
      return node.layer
    case 'op':
      return node.op
    case 'block':
      return t('line-block')
    case 'backbone':
      return node.application
    case 'custom':
      return catalog.own(node.code)?.name ?? t('line-custom')
  }
}
