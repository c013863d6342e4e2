// The comments on one node, beside it.

import { New } from '../comments/New'
import s from '../comments/comments.module.css'
import { talk, useTalking } from '../comments/talking'
import { Threads } from '../comments/Threads'
import { useThreads } from '../comments/useThreads'
import { useGraph } from '../document/hooks'
import { IconButton } from '../ui/controls'
import { Icon } from '../ui/glyphs'
import { t } from '../words/words'
import { Beside } from './Beside'

export function Talk({ node }: { node: string }) {
  const write = useTalking((state) => state.write)
  const name = useGraph(({ nodes }) => nodes[node]?.name)
  const threads = useThreads(node)
  const leave = () => {
    talk(null)
    document.querySelector<HTMLElement>(`.react-flow__node[data-id="${CSS.escape(node)}"]`)?.focus({ preventScroll: true })
  }
  if (name === undefined) return null
  return (
    <Beside node={node}>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Escape leaves it */}
      <section
        className={`${s.card} nowheel nodrag nopan`}
        aria-label={t('comments-about', { name })}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return
          event.preventDefault()
          leave()
        }}
      >
        <header>
          <h2>{t('comments-about', { name })}</h2>
          <IconButton small label={t('ui-close')} onClick={leave}>
            <Icon name="close" size={12} />
          </IconButton>
        </header>
        <div className={s.scroll}>
          <Threads threads={threads} />
        </div>
        <New key={threads.length} node={node} focus={write} onLeave={leave} />
      </section>
    </Beside>
  )
}
