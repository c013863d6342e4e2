// A new comment on a node.

import { useDocument, useGraph, useMay } from '../document/hooks'
import { t } from '../words/words'
import { talk } from './talking'
import { Write } from './Write'

export function New({ node, focus, onLeave }: { node: string; focus: boolean; onLeave?: () => void }) {
  const { comment, graph } = useDocument()
  const may = useMay()
  const name = useGraph(({ nodes }) => nodes[node]?.name ?? '')
  if (!may.comment) return null
  return (
    <Write
      focus={focus}
      label={t('comments-write', { name })}
      send={t('comments-send')}
      onSend={(text) => {
        comment.add(text, { node, at: graph.getState().layout[node] ?? { x: 0, y: 0 } })
        talk(node, false)
      }}
      {...(onLeave && { onLeave })}
    />
  )
}
