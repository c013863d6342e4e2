// An end inside a block: its name is what the port is called on the block's card.

import type { InputNode, OutputNode } from '../../contract'
import '../../words/lateBlock'
import { t } from '../../words/words'
import s from './inspector.module.css'
import { NameField } from './NameField'
import { ProblemCards, useProblems } from './Problems'

const PLACES = new Set(['name'])

export function PortSettings({ id, node }: { id: string; node: InputNode | OutputNode }) {
  const problems = useProblems(id)
  return (
    <>
      <ProblemCards problems={problems} places={PLACES} />
      <div className={s.fields}>
        <NameField id={id} name={node.name} problems={problems} />
      </div>
      <p className={s.quiet}>{t(node.type === 'input' ? 'block-port-in' : 'block-port-out')}</p>
    </>
  )
}
