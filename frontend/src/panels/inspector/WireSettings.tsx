// A selected wire: from where to where, what flows through it, and its problems.

import { useDocument, useGraph, useInference } from '../../document/hooks'
import { select } from '../../document/selection'
import { Button } from '../../ui/controls'
import { shapeText } from '../../ui/format'
import s from './inspector.module.css'
import { ProblemCards } from './Problems'

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
        {nodes[node]?.name ?? 'a node that is gone'}
      </Button>
      {port !== usual && <code> {port}</code>}
    </dd>
  )
  return (
    <div className={s.settings}>
      <header className={s.head}>
        <h2>Wire</h2>
      </header>
      <ProblemCards problems={problems} places={NOWHERE} />
      <dl className={s.facts}>
        <dt>From</dt>
        {end(edge.source, edge.source_port, 'output')}
        <dt>To</dt>
        {end(edge.target, edge.target_port, 'input')}
        <dt>Carries</dt>
        <dd className="mono">{tensor ? `${shapeText(tensor.shape)} · ${tensor.dtype}` : 'not known yet'}</dd>
      </dl>
      <Button small danger onClick={() => edit.remove([], [id])}>
        Delete wire
      </Button>
    </div>
  )
}
