// What each output is judged by, in a line; the output itself is where it is changed.

import { useGraph } from '../../document/hooks'
import { select } from '../../document/selection'
import { Button, Heading } from '../../ui/controls'
import s from './training.module.css'

export function Outputs() {
  const nodes = useGraph((graph) => graph.nodes)
  const outputs = Object.entries(nodes).flatMap(([id, node]) => (node.type === 'output' ? [{ id, node }] : []))
  if (outputs.length === 0)
    return <p className={s.hint}>Loss and metrics belong to an Output: add one after the last layer.</p>
  return (
    <section>
      <Heading>Loss and metrics</Heading>
      <ul className={s.outputs}>
        {outputs.map(({ id, node }) => (
          <li key={id}>
            <Button kind="link" onClick={() => select([id])} aria-label={`Change loss and metrics of ${node.name}`}>
              {node.name}
            </Button>
            <span>
              {node.loss ? node.loss.name : 'loss fitted to the target'} ·{' '}
              {node.metrics ? node.metrics.map((metric) => metric.name).join(', ') || 'no metric' : 'fitted metrics'}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
