// Where we are inside the model: "Model › stage 2 › conv block". Each leads back there.

import { Fragment } from 'react'
import { useDocument } from '../document/hooks'
import { useLevel, wayIn } from '../document/level'
import { useStore } from 'zustand'
import { Icon } from '../ui/glyphs'
import { t } from '../words/words'
import s from './crumbs.module.css'
import { leaveBlock } from './levels'

export function Crumbs() {
  const { whole } = useDocument()
  const way = useLevel((level) => level.way)
  const nodes = useStore(whole.graph, (graph) => graph.nodes)
  const cards = wayIn(nodes, way)
  return (
    <nav className={s.crumbs} aria-label={t('canvas-where')}>
      <button type="button" onClick={() => leaveBlock(0)} title={t('canvas-leave-block')}>
        {t('canvas-model')}
      </button>
      {cards.map((card, at) => {
        const node = nodes[card]
        const times = node?.type === 'block' && node.repeat > 1 ? node.repeat : 0
        return (
          <Fragment key={card}>
            <Icon name="right" size={11} />
            <button
              type="button"
              aria-current={at === cards.length - 1 ? 'location' : undefined}
              onClick={() => at < cards.length - 1 && leaveBlock(at + 1)}
            >
              {node?.name}
              {times > 0 && <small>{t('canvas-times', { n: times })}</small>}
            </button>
          </Fragment>
        )
      })}
    </nav>
  )
}
