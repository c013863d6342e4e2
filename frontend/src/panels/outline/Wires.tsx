// A node's wires, in and out, by the names at their other ends: pressed, a name leads there; the cross takes the wire away.

import { useGraph, useDocument } from '../../document/hooks'
import { linksOf, type Link } from '../../document/links'
import { Icon } from '../../ui/glyphs'
import { Changing } from '../../ui/readOnly'
import { t } from '../../words/words'
import { focusRow } from './focus'
import s from './outline.module.css'

export function Wires({ id }: { id: string }) {
  const edges = useGraph((graph) => graph.edges)
  const links = linksOf(edges)
  return (
    <div className={s.wires}>
      <Side label={t('outline-from')} links={links.into(id)} end="source" />
      <Side label={t('outline-to')} links={links.from(id)} end="target" />
    </div>
  )
}

function Side({ label, links, end }: { label: string; links: readonly Link[]; end: 'source' | 'target' }) {
  const { edit } = useDocument()
  const nodes = useGraph((graph) => graph.nodes)
  if (!links.length) return null
  const here = end === 'source' ? 'target' : 'source'
  return (
    <div className={s.side}>
      <span>{label}</span>
      <ul aria-label={label}>
        {links.map((link) => {
          const name = nodes[link[end]]?.name ?? ''
          const port = link[`${here}_port`]
          return (
            <li key={link.id} className={s.wire}>
              <button type="button" onClick={() => focusRow(link[end])}>
                {name}
                {port !== 'input' && port !== 'output' && <small>{port}</small>}
              </button>
              <Changing>
                <button
                  type="button"
                  aria-label={t('outline-unwire', { source: nodes[link.source]?.name ?? '', target: nodes[link.target]?.name ?? '' })}
                  onClick={() => {
                    edit.remove([], [link.id])
                    focusRow(link[here])
                  }}
                >
                  <Icon name="close" size={11} />
                </button>
              </Changing>
            </li>
          )
        })}
      </ul>
    </div>
  )
}
