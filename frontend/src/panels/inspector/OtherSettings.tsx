// Nodes that a graph may hold already and that cannot be used yet: they can be named and removed.

import type { Node } from '../../contract'
import { useDocument } from '../../document/hooks'
import { Button } from '../../ui/controls'
import { Changing } from '../../ui/readOnly'
import s from './inspector.module.css'
import { NameField } from './NameField'
import { ProblemCards, useProblems } from './Problems'
import { t } from '../../words/words'

const NAMED = new Set(['name'])

export function OtherSettings({ id, node }: { id: string; node: Node }) {
  const { edit } = useDocument()
  const problems = useProblems(id)
  return (
    <>
      <ProblemCards problems={problems} places={NAMED} />
      <div className={s.fields}>
        <NameField id={id} name={node.name} problems={problems} />
      </div>
      <p className={s.quiet}>{t('inspector-other-node')}</p>
      <Changing>
        <Button small danger onClick={() => edit.remove([id])}>
          {t('inspector-delete')}
        </Button>
      </Changing>
    </>
  )
}
