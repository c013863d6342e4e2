// The settings of a node that calls one's own code: its name, the code's parameters, and the way to the code.

import '../../words/lateOwn'
import { useCatalog } from '../../catalog/context'
import { memberOf } from '../../catalog/member'
import { openOwn } from '../../coding/own'
import type { CustomNode } from '../../contract'
import { useDocument, useMay } from '../../document/hooks'
import { useSession } from '../../frame/session'
import { Button } from '../../ui/controls'
import { t } from '../../words/words'
import s from './inspector.module.css'
import { NameField } from './NameField'
import { Params } from './Params'
import { ProblemCards, useProblems } from './Problems'

export function CustomSettings({ id, node }: { id: string; node: CustomNode }) {
  const { edit, project } = useDocument()
  const catalog = useCatalog()
  const problems = useProblems(id)
  const member = memberOf(catalog, node)
  const code = catalog.own(node.code)
  const { code: may } = useMay()
  const runs = useSession()?.code !== false
  const params = member?.params ?? []
  return (
    <>
      <ProblemCards problems={problems} places={new Set(['name', ...params.map((param) => param.name)])} />
      <div className={s.fields}>
        <NameField id={id} name={node.name} problems={problems} />
        <Params
          key={node.code}
          params={params}
          values={node.params}
          onChange={(name, value) => edit.setParam(id, name, value)}
          problems={problems}
        />
      </div>
      {code && may && runs && (
        <Button small onClick={() => openOwn(project, node.code)}>
          {t('written-edit', { name: code.name })}
        </Button>
      )}
    </>
  )
}
