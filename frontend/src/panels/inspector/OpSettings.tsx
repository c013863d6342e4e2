// An operation's settings: its name and its parameters. One that stands in for a wire is held while a wire arrives in its place.

import { useCatalog } from '../../catalog/context'
import { memberOf } from '../../catalog/member'
import type { OpNode, Param } from '../../contract'
import { useDocument, useGraph } from '../../document/hooks'
import { linksOf } from '../../document/links'
import { rowOf } from './field'
import s from './inspector.module.css'
import { NameField } from './NameField'
import { Params } from './Params'
import { ProblemCards, useProblems } from './Problems'
import { Row } from './Row'
import { TeachingCard } from './TeachingCard'
import { useFlow } from './useFlow'
import { t } from '../../words/words'

export function OpSettings({ id, node }: { id: string; node: OpNode }) {
  const { edit } = useDocument()
  const problems = useProblems(id)
  const flow = useFlow(id)
  const member = memberOf(useCatalog(), node)
  const wired = useGraph(({ edges, nodes }) =>
    JSON.stringify(linksOf(edges).into(id).map(({ target_port, source }) => [target_port, nodes[source]?.name ?? ''])),
  )
  const sources = new Map(JSON.parse(wired) as [string, string][])
  const params = member?.params ?? []
  const held = params.filter((param) => sources.has(param.name))
  const places = new Set(['name', ...params.map((param) => param.name)])
  return (
    <>
      <ProblemCards problems={problems} places={places} />
      <div className={s.fields}>
        <NameField id={id} name={node.name} problems={problems} />
        {held.map((param) => (
          <Wired key={param.name} param={param} from={sources.get(param.name) ?? ''} />
        ))}
        <Params
          key={node.op}
          params={params.filter((param) => !held.includes(param))}
          values={node.params}
          onChange={(name, value) => edit.setParam(id, name, value)}
          problems={problems}
          of={id}
        />
      </div>
      {member && <TeachingCard member={member} node={node} flow={flow} />}
    </>
  )
}

function Wired({ param, from }: { param: Param; from: string }) {
  const row = rowOf({ param, value: null, isSet: false, onChange: () => undefined, problems: [], path: param.name })
  return (
    <Row {...row}>
      {(ids) => (
        <output {...ids} className="muted">
          {t('inspector-from-wire', { name: from })}
        </output>
      )}
    </Row>
  )
}
