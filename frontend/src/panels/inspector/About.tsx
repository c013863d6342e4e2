// What a node is: the sentence for a student, its ports, and Keras' own documentation, asked for when it is opened.

import type { ReactNode } from 'react'
import { useCatalog } from '../../catalog/context'
import { kindOf } from '../../catalog/fits'
import { layerOf, present } from '../../catalog/ports'
import type { Member, Node, Port } from '../../contract'
import { useGraph } from '../../document/hooks'
import { useServer } from '../../server/ServerContext'
import { Skeleton } from '../../ui/controls'
import { useAnswer } from '../useAnswer'
import { DocText, Inline } from './DocText'
import { Head } from './Head'
import s from './inspector.module.css'

export function About({ id, node }: { id: string; node: Node }) {
  const counts = useGraph((graph) => layerOf(graph.nodes, node))
  const member = useCatalog().get('layer', counts.type === 'layer' ? counts.layer : '')
  return (
    <div className={s.settings}>
      <Head id={id} node={node} />
      {counts.type === 'layer' && member ? (
        <Layer member={member} params={counts.params} />
      ) : (
        <p className={s.lead}>{ENDS[node.type] ?? 'Nothing is known of this kind of node.'}</p>
      )}
    </div>
  )
}

const ENDS: Partial<Record<Node['type'], string>> = {
  input:
    'Where the data flows in. It takes its shape from the data set, so that everything after it knows how large one sample is. ' +
    'Scaling is fitted on the training part alone and travels with the exported script.',
  output:
    'Where the answer is compared with the truth. The loss says how wrong the network is, and training makes it smaller; ' +
    'metrics are watched, never trained on.',
}

function Layer({ member, params }: { member: Member; params: Readonly<Record<string, unknown>> }) {
  const { api } = useServer()
  const { value, problems, asking } = useAnswer(`layer ${member.name}`, () => api.member('layer', member.name))
  const doc = member.doc || (value?.name === member.name ? value.doc : '')
  return (
    <>
      <p className={s.lead}>{member.teaching || member.summary}</p>
      <code className={s.path}>{member.path}</code>
      <dl className={s.ports}>
        <Ports title="Takes" ports={present(member, member.inputs, params)} more={ranks(member)} />
        <Ports title="Gives" ports={present(member, member.outputs, params)} />
      </dl>
      {doc ? (
        <section aria-label={`Keras on ${member.name}`}>
          <DocText doc={doc} />
        </section>
      ) : asking ? (
        <Skeletons />
      ) : (
        <p className={s.quiet}>{problems[0]?.message ?? 'Keras says nothing more.'}</p>
      )}
    </>
  )
}

function ranks(member: Member): ReactNode {
  if (!member.rank.length) return null
  return <p>{member.rank.map(kindOf).join(', or ')}</p>
}

function Ports({ title, ports, more }: { title: string; ports: readonly Port[]; more?: ReactNode }) {
  if (!ports.length) return null
  return (
    <>
      <dt>{title}</dt>
      <dd>
        {more}
        {ports.filter((port) => !more || ports.length > 1 || port.many || port.doc).map((port) => (
          <p key={port.name}>
            <code>{port.name}</code>
            {port.many && ' several, in order'}
            {!port.required && ' optional'}
            {port.doc && (
              <span>
                {' · '}
                <Inline text={port.doc} />
              </span>
            )}
          </p>
        ))}
      </dd>
    </>
  )
}

function Skeletons() {
  return (
    <div className={s.skeletons} role="status" aria-label="Loading Keras’ documentation">
      <Skeleton width="90%" />
      <Skeleton />
      <Skeleton width="70%" />
    </div>
  )
}
