// Everything that was said about the drawing, on the lab bench; a name leads to its node.

import { useKeyText } from '../actions/bindings'
import { focusNode } from '../frame/drawing'
import type { Thread } from '../document/comments'
import { useGraph, useMay } from '../document/hooks'
import { select } from '../document/selection'
import { Button } from '../ui/controls'
import { t } from '../words/words'
import s from './comments.module.css'
import { New } from './New'
import { talk, useTalking } from './talking'
import { Threads } from './Threads'
import { useThreads } from './useThreads'

export function CommentsTab() {
  const threads = useThreads()
  const may = useMay()
  const keys = useKeyText('add.comment')
  const { node, write } = useTalking()
  const nodes = useGraph((graph) => graph.nodes)
  return (
    <div className={s.tab}>
      {node !== null && nodes[node] && write && <New node={node} focus onLeave={() => talk(null)} />}
      {!threads.length && !write && (
        <p className={s.none}>{may.comment && keys ? t('comments-none', { keys }) : t('comments-none-look')}</p>
      )}
      <Threads threads={threads} above={Where} />
    </div>
  )
}

function Where({ thread: { comment } }: { thread: Thread }) {
  const node = comment.node
  const name = useGraph(({ nodes }) => (node === null ? undefined : nodes[node]?.name))
  if (node === null) return null
  if (name === undefined) return <p className={s.where}>{t('comments-gone')}</p>
  const go = () => {
    select([node])
    focusNode(node)
  }
  return (
    <p className={s.where}>
      <Button kind="link" small onClick={go}>
        {name}
      </Button>
    </p>
  )
}
