// Several nodes at once: how many, what they cost together, whether they learn, and away with them.

import '../../words/lateInspector'
import { useCatalog } from '../../catalog/context'
import { layerOf } from '../../catalog/ports'
import type { Node } from '../../contract'
import { useDocument, useGraph, useInference } from '../../document/hooks'
import { select } from '../../document/selection'
import { Button } from '../../ui/controls'
import { Changing } from '../../ui/readOnly'
import { bytes, count } from '../../ui/format'
import { classOf } from './Head'
import s from './inspector.module.css'
import { Trainable } from './LayerSettings'
import { t } from '../../words/words'

type Nodes = Readonly<Record<string, Node>>

export function ManySettings({ ids }: { ids: readonly string[] }) {
  const { edit } = useDocument()
  const catalog = useCatalog()
  const nodes = useGraph((graph) => graph.nodes)
  const inferred = useInference((inference) => inference.nodes)
  const owners = ownersOf(nodes, ids)
  const sum = (field: 'params' | 'weight_bytes') => owners.reduce((all, id) => all + (inferred[id]?.[field] ?? 0), 0)
  const learning = learningOf(nodes, owners)
  return (
    <div className={s.settings}>
      <header className={s.head}>
        <h2>{t('inspector-nodes', { n: ids.length })}</h2>
      </header>
      <dl className={s.facts}>
        <dt>{t('inspector-parameters')}</dt>
        <dd className="mono">{count(sum('params'))}</dd>
        <dt>{t('inspector-weights')}</dt>
        <dd className="mono">{bytes(sum('weight_bytes'))}</dd>
      </dl>
      {owners.length > 0 && (
        <div className={s.fields}>
          <Trainable
            value={learning}
            onChange={(trainable) => edit.setFields(owners, 'trainable', trainable)}
            problems={[]}
          />
          {learning === null && <p className={s.quiet}>{t('inspector-some-learn')}</p>}
        </div>
      )}
      <ul className={s.selected} aria-label={t('inspector-selected')}>
        {ids.map((id) => {
          const node = nodes[id]
          return (
            node && (
              <li key={id}>
                <Button kind="link" onClick={() => select([id])}>
                  {node.name}
                </Button>
                <span>{classOf(catalog, layerOf(nodes, node))}</span>
              </li>
            )
          )
        })}
      </ul>
      <Changing>
        <div className={s.actions}>
          <Button small onClick={() => edit.duplicate(ids)}>
            {t('inspector-duplicate')}
          </Button>
          <Button small danger onClick={() => edit.remove(ids)}>
            {t('inspector-delete-n', { n: ids.length })}
          </Button>
        </div>
      </Changing>
    </div>
  )
}

/** Layers count once, however often they are shared. */
export function ownersOf(nodes: Nodes, ids: readonly string[]): string[] {
  const owners = ids.flatMap((id) => {
    const node = nodes[id]
    if (node?.type !== 'layer') return []
    return node.shares && nodes[node.shares] ? node.shares : id
  })
  return [...new Set(owners)]
}

/** Null where they differ. */
export function learningOf(nodes: Nodes, owners: readonly string[]): boolean | null {
  const states = new Set(owners.map((id) => (nodes[id] as { trainable?: boolean } | undefined)?.trainable ?? true))
  return states.size === 1 ? [...states][0] === true : null
}
