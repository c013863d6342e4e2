// Beside a parameter of a layer in a block that comes several times: the value that it has each time, and the way there.

import { wayTo } from '../../catalog/blocks'
import { text } from '../../catalog/line'
import { useGraph } from '../../document/hooks'
import { select } from '../../document/selection'
import { Button } from '../../ui/controls'
import '../../words/lateBlock'
import { t } from '../../words/words'
import s from './inspector.module.css'

export function VaryingNote({ id, param }: { id: string; param: string }) {
  const found = useGraph(({ nodes }) => {
    for (const block of wayTo(nodes, id).toReversed()) {
      const node = nodes[block]
      const values = node?.type === 'block' && node.repeat > 1 ? node.varying[id]?.[param] : undefined
      if (values && node?.type === 'block')
        return JSON.stringify({ block, name: node.name, n: node.repeat, values: values.map(text).join(', ') })
    }
    return null
  })
  if (found === null) return null
  const { block, ...said } = JSON.parse(found) as { block: string; name: string; n: number; values: string }
  return (
    <p className={s.varies}>
      {t('block-varies', said)}{' '}
      <Button kind="link" onClick={() => select([block])}>
        {t('block-varies-change')}
      </Button>
    </p>
  )
}
