// Says whose layer a node uses, leads there, and gives it one of its own: a copy of the settings, with weights of its own.

import type { Edit, LayerNode } from '../../contract'
import { useDocument, useGraph } from '../../document/hooks'
import { select } from '../../document/selection'
import { Button, Card } from '../../ui/controls'
import s from './inspector.module.css'

interface SharedNoteProps {
  id: string
  owner: string
  layer: LayerNode
}

export function SharedNote({ id, owner, layer }: SharedNoteProps) {
  const { edit } = useDocument()
  return (
    <Card className={s.shared ?? ''}>
      <p>
        Shares the layer and the weights of{' '}
        <Button kind="link" onClick={() => select([owner])}>
          {layer.name}
        </Button>
        . What is changed here is changed there.
      </p>
      <Button small onClick={() => edit.applyFix(independent(id, layer))}>
        Make independent
      </Button>
    </Card>
  )
}

/** First its own, then the copy: what is set on a node that shares is set on the owner. */
export function independent(id: string, owner: LayerNode): Edit[] {
  const field = (name: string, value: unknown): Edit => ({ type: 'set_field', node: id, field: name, value })
  return [
    field('shares', null),
    field('layer', owner.layer),
    field('params', owner.params),
    field('trainable', owner.trainable),
  ]
}

/** At the owner: who else uses this layer. */
export function SharersNote({ id }: { id: string }) {
  const nodes = useGraph((graph) => graph.nodes)
  const sharers = Object.entries(nodes).filter(([, node]) => node.type === 'layer' && node.shares === id)
  if (!sharers.length) return null
  return (
    <p className={s.quiet}>
      Also used by{' '}
      {sharers.map(([other, node], at) => (
        <span key={other}>
          {at > 0 && ', '}
          <Button kind="link" onClick={() => select([other])}>
            {node.name}
          </Button>
        </span>
      ))}
      : same weights, changed together.
    </p>
  )
}
