// Says whose layer a node uses, leads there, and gives it one of its own: a copy of the settings, with weights of its own.

import type { ReactNode } from 'react'
import type { Edit, LayerNode } from '../../contract'
import { useDocument, useGraph } from '../../document/hooks'
import { select } from '../../document/selection'
import { sharersOf } from '../../document/sharing'
import { Button, Card } from '../../ui/controls'
import { Changing } from '../../ui/readOnly'
import s from './inspector.module.css'
import { t } from '../../words/words'

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
        <Around text={t('inspector-shares', { name: layer.name })}>
          <Button kind="link" onClick={() => select([owner])}>
            {layer.name}
          </Button>
        </Around>
      </p>
      <Changing>
        <Button small onClick={() => edit.applyFix(independent(id, layer))}>
          {t('inspector-independent')}
        </Button>{' '}
        <Button small onClick={() => edit.reuse(id)}>
          {t('inspector-use-again')}
        </Button>
      </Changing>
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

/** At the owner: who else uses this layer, and the way to one more use. */
export function SharersNote({ id }: { id: string }) {
  const { edit } = useDocument()
  const nodes = useGraph((graph) => graph.nodes)
  const sharers = sharersOf(nodes, id)
  return (
    <>
      {sharers.length > 0 && (
        <p className={s.quiet}>
          <Around text={t('inspector-sharers', { names: '' })}>
            {sharers.map((other, at) => (
              <span key={other}>
                {at > 0 && ', '}
                <Button kind="link" onClick={() => select([other])}>
                  {nodes[other]?.name}
                </Button>
              </span>
            ))}
          </Around>
        </p>
      )}
      <Changing>
        <Button kind="link" className={s.more ?? ''} title={t('inspector-use-again-why')} onClick={() => edit.reuse(id)}>
          {t(nodes[id]?.type === 'block' ? 'inspector-block-again' : 'inspector-use-again')}
        </Button>
      </Changing>
    </>
  )
}

/** A sentence with what leads elsewhere in the place of its <b>bold</b> part. */
function Around({ text, children }: { text: string; children: ReactNode }) {
  const [front, back] = text.split(/<b>.*?<\/b>/)
  return (
    <>
      {front}
      {children}
      {back}
    </>
  )
}
