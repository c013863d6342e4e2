// What a node is: the card of its layer, and its ports.

import '../../words/lateInspector'
import { useMemo, type ReactNode } from 'react'
import { CardBody } from '../../cards/CardBody'
import { type CardOf, openCard } from '../../cards/opening'
import { useTelling } from '../../cards/useTelling'
import { sentenceOf } from '../../catalog/catalog'
import { useCatalog } from '../../catalog/context'
import { kindOf } from '../../catalog/fits'
import { memberOf } from '../../catalog/member'
import { layerOf, outputsWith, present } from '../../catalog/ports'
import type { Member, Node, Port } from '../../contract'
import { useGraph } from '../../document/hooks'
import { useServer } from '../../server/ServerContext'
import { Button } from '../../ui/controls'
import { useAnswer } from '../useAnswer'
import { DocText, Inline } from './DocText'
import { Head } from './Head'
import s from './inspector.module.css'
import { t } from '../../words/words'

export function About({ id, node }: { id: string; node: Node }) {
  const counts = useGraph((graph) => layerOf(graph.nodes, node))
  const member = memberOf(useCatalog(), counts)
  return (
    <div className={s.settings}>
      <Head id={id} node={node} />
      {counts.type === 'layer' && member ? (
        <Layer id={id} member={member} params={counts.params} />
      ) : counts.type === 'op' && member ? (
        <Op member={member} params={counts.params} />
      ) : (
        <p className={s.lead}>{t(ENDS[node.type] ?? 'inspector-nothing-known')}</p>
      )}
    </div>
  )
}

const ENDS: Partial<Record<Node['type'], string>> = {
  input: 'inspector-about-input',
  output: 'inspector-about-output',
}

function Layer({ id, member, params }: { id: string; member: Member; params: Readonly<Record<string, unknown>> }) {
  const { api } = useServer()
  const { value } = useAnswer(`layer ${member.name}`, () => api.member('layer', member.name))
  const whole = value?.name === member.name ? value : member
  const of = useMemo((): CardOf => ({ type: 'node', id }), [id])
  return (
    <>
      <CardBody told={useTelling(of)} />
      <Button small className={s.large ?? ''} onClick={() => openCard(of)}>
        {t('cards-open-large')}
      </Button>
      <dl className={s.ports}>
        <Ports title={t('inspector-takes')} ports={present(member, whole.inputs, params)} more={ranks(member)} />
        <Ports title={t('inspector-gives-title')} ports={present(member, whole.outputs, params)} />
      </dl>
    </>
  )
}

function Op({ member, params }: { member: Member; params: Readonly<Record<string, unknown>> }) {
  const { api } = useServer()
  const { value } = useAnswer(`op ${member.name}`, () => api.member('op', member.name))
  const whole = value?.name === member.name ? value : member
  return (
    <>
      <p className={s.lead}>{sentenceOf(member)}</p>
      {whole.doc && <DocText doc={whole.doc} />}
      <dl className={s.ports}>
        <Ports title={t('inspector-takes')} ports={whole.inputs} />
        <Ports title={t('inspector-gives-title')} ports={outputsWith(member, params)} />
      </dl>
    </>
  )
}

function ranks(member: Member): ReactNode {
  if (!member.rank.length) return null
  return <p>{member.rank.map(kindOf).reduce((front, last) => t('inspector-or', { front, last }))}</p>
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
            {port.many && ` ${t('inspector-port-many')}`}
            {!port.required && ` ${t('inspector-port-optional')}`}
            {port.doc && (
              <span lang="en">
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
