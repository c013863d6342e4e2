// Upper right of a card: what a layer costs, what an input reads, what an output should say; and before that, how the node stands.

import type { ReactNode } from 'react'
import { nameOf } from '../catalog/datasets'
import type { Node } from '../contract'
import { useGraph, useInference } from '../document/hooks'
import { sharersOf } from '../document/sharing'
import { count, shapeText, shortCount } from '../ui/format'
import { Icon } from '../ui/glyphs'
import { t } from '../words/words'
import s from './node.module.css'
import { useWiring } from './wiring'

export function Corner({ id, node, unused }: { id: string; node: Node; unused: boolean }) {
  // While a wire is in the hand, why it cannot end here.
  const refused = useWiring((wiring) => wiring.reasons[id])
  if (refused) return <Words strong>{refused}</Words>
  if ('bypassed' in node && node.bypassed) return <Words title={t('canvas-bypassed-why')}>{t('canvas-bypassed')}</Words>
  if (unused) return <Words title={t('canvas-unused-why')}>{t('canvas-unused')}</Words>
  if (node.type === 'input' || node.type === 'output') return node.block ? null : <End node={node} />
  return node.type === 'op' ? null : <Cost id={id} shares={'shares' in node ? node.shares : null} />
}

function End({ node }: { node: Node }) {
  const data = useGraph((graph) => graph.training.data)
  if (node.type === 'output') {
    return <Words>{node.target ?? t(data ? 'canvas-target' : 'canvas-no-target')}</Words>
  }
  const name = data ? nameOf(data) : ''
  return <Words title={name}>{name || t('canvas-no-data')}</Words>
}

function Cost({ id, shares }: { id: string; shares: string | null }) {
  const found = useInference((inference) => inference.nodes[id])
  const owner = useGraph(({ nodes }) => (shares ? (nodes[shares]?.name ?? '') : null))
  const users = useGraph(({ nodes }) => sharersOf(nodes, id).map((each) => nodes[each]?.name).join(', '))
  if (owner !== null) {
    return (
      <Words title={owner ? t('canvas-shared-with', { name: owner }) : t('canvas-shared-why')}>
        <Icon name="link" size={11} /> {t('canvas-shared')}
      </Words>
    )
  }
  if (!found || found.stale) return <Words title={t('canvas-unknown-why')}>–</Words>
  const shape = Object.values(found.outputs)[0]?.shape
  const params = { n: found.params, params: count(found.params), trainable: count(found.trainable_params) }
  return (
    <Words title={t('canvas-params-why', params)}>
      {users && (
        <span title={t('canvas-shared-by', { names: users })}>
          <Icon name="link" size={11} />{' '}
          <span className="visually-hidden">{t('canvas-shared-by', { names: users })}</span>
        </span>
      )}
      <span aria-hidden="true">{shortCount(found.params)}</span>
      <span className="visually-hidden">
        {shape ? t('canvas-params-gives', { ...params, shape: shapeText(shape) }) : t('canvas-params', params)}
      </span>
    </Words>
  )
}

/** More letters may not fit. */
const SHORT = 12

function Words({ children, title, strong }: { children: ReactNode; title?: string; strong?: boolean }) {
  return (
    <span
      className={s.corner}
      title={title}
      data-strong={strong || undefined}
      data-long={typeof children === 'string' && children.length > SHORT ? true : undefined}
    >
      {children}
    </span>
  )
}
