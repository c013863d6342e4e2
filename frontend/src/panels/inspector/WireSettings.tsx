// A selected wire: from where to where, what flows through it, and its problems.

import { useDocument, useGraph, useInference } from '../../document/hooks'
import { select } from '../../document/selection'
import { Button } from '../../ui/controls'
import { Changing } from '../../ui/readOnly'
import { shapeText } from '../../ui/format'
import s from './inspector.module.css'
import { ProblemCards } from './Problems'
import { t } from '../../words/words'

const NOWHERE: ReadonlySet<string> = new Set()

export function WireSettings({ id }: { id: string }) {
  const { edit } = useDocument()
  const edge = useGraph((graph) => graph.edges[id])
  const nodes = useGraph((graph) => graph.nodes)
  const tensor = useInference((view) => (edge ? view.nodes[edge.source]?.outputs[edge.source_port] : undefined))
  const problems = useInference((view) => view.problemsByEdge[id]) ?? []
  if (!edge) return null
  const end = (node: string, port: string, usual: string) => (
    <dd>
      <Button kind="link" onClick={() => select([node])}>
        {nodes[node]?.name ?? t('inspector-wire-node-gone')}
      </Button>
      {port !== usual && <code> {port}</code>}
    </dd>
  )
  return (
    <div className={s.settings}>
      <header className={s.head}>
        <h2>{t('inspector-wire')}</h2>
      </header>
      <ProblemCards problems={problems} places={NOWHERE} />
      <dl className={s.facts}>
        <dt>{t('inspector-wire-from')}</dt>
        {end(edge.source, edge.source_port, 'output')}
        <dt>{t('inspector-wire-to')}</dt>
        {end(edge.target, edge.target_port, 'input')}
        <dt>{t('inspector-wire-carries')}</dt>
        <dd className="mono">{tensor ? `${shapeText(tensor.shape)} · ${tensor.dtype}` : t('inspector-wire-unknown')}</dd>
      </dl>
      <Changing>
        <Button small danger onClick={() => edit.remove([], [id])}>
          {t('inspector-wire-delete')}
        </Button>
      </Changing>
    </div>
  )
}
