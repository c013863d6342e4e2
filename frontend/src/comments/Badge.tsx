// On a node's card: how many comments wait there. Pressed, it opens them.

import { useGraph } from '../document/hooks'
import { Icon } from '../ui/glyphs'
import { t } from '../words/words'
import s from './comments.module.css'
import { openByNode } from './counts'
import { talk } from './talking'

export function Badge({ node, name }: { node: string; name: string }) {
  const n = useGraph((graph) => openByNode(graph.comments)[node] ?? 0)
  if (!n) return null
  return (
    <button
      type="button"
      className={`${s.badge} nodrag nopan`}
      aria-label={t('comments-on', { n, name })}
      title={t('comments-on', { n, name })}
      onClick={() => talk(node)}
    >
      <Icon name="comment" size={12} />
      {n}
    </button>
  )
}
