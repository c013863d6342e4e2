// What each output is judged by, in a line; the output itself is where it is changed.

import { useGraph } from '../../document/hooks'
import { select } from '../../document/selection'
import { Button, Heading } from '../../ui/controls'
import { t } from '../../words/words'
import s from './training.module.css'

export function Outputs() {
  const nodes = useGraph((graph) => graph.nodes)
  const outputs = Object.entries(nodes).flatMap(([id, node]) => (node.type === 'output' ? [{ id, node }] : []))
  if (outputs.length === 0)
    return <p className={s.hint}>{t('training-no-output')}</p>
  return (
    <section>
      <Heading>{t('training-judged')}</Heading>
      <ul className={s.outputs}>
        {outputs.map(({ id, node }) => (
          <li key={id}>
            <Button kind="link" onClick={() => select([id])} aria-label={t('training-judged-change', { name: node.name })}>
              {node.name}
            </Button>
            <span>
              {node.loss ? node.loss.name : t('training-loss-fitted')} ·{' '}
              {node.metrics ? node.metrics.map((metric) => metric.name).join(', ') || t('training-no-metric') : t('training-metrics-fitted')}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
