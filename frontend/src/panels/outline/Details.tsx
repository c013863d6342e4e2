// The open row: its wires, each to be taken away; its problems with what mends them; everything that can be done with it.

import type { Node } from '../../contract'
import { useGraph, useInference } from '../../document/hooks'
import { linksOf } from '../../document/links'
import { Button } from '../../ui/controls'
import { Icon, type ToolIcon } from '../../ui/glyphs'
import { useRoving } from '../../ui/roving'
import { Sentence } from '../../ui/Sentence'
import { t } from '../../words/words'
import { Fixes } from './Fixes'
import { Name } from './Name'
import s from './outline.module.css'
import { useNodeCommands, useRenaming, type NodeCommand } from './useNodeCommands'
import { Wires } from './Wires'

export function Details({ id, node }: { id: string; node: Node }) {
  const problems = useInference((inference) => inference.problemsByNode[id])
  const renaming = useRenaming((state) => state.node === id)
  const wired = useGraph(({ edges }) => linksOf(edges).into(id).length + linksOf(edges).from(id).length > 0)
  return (
    <div className={s.details}>
      {renaming && <Name id={id} name={node.name} />}
      {wired && <Wires id={id} />}
      {problems?.map((problem, at) => (
        <section key={at} className={s.trouble} data-severity={problem.severity} data-problem aria-label={problem.title}>
          <p>
            <Sentence text={problem.message} />
          </p>
          <Fixes problem={problem} />
        </section>
      ))}
      <Commands id={id} />
    </div>
  )
}

const ICONS: Record<NodeCommand['name'], ToolIcon> = {
  settings: 'panelRight',
  add: 'plus',
  wire: 'link',
  earlier: 'up',
  later: 'down',
  bypass: 'bypass',
  open: 'right',
  group: 'layout',
  unpack: 'fit',
  share: 'share',
  comment: 'comment',
  duplicate: 'copy',
  rename: 'pencil',
  remove: 'trash',
}

function Commands({ id }: { id: string }) {
  const commands = useNodeCommands(id)
  const roving = useRoving<HTMLDivElement>()
  return (
    <div className={s.commands} role="toolbar" aria-label={t('outline-commands')} {...roving}>
      {commands
        .filter((command) => command.possible)
        .map(({ name, run, on }) => (
          <Button
            key={name}
            small
            kind={name === 'settings' ? 'plain' : 'quiet'}
            danger={name === 'remove'}
            aria-pressed={on}
            onClick={(event) => run(event.currentTarget)}
          >
            <Icon name={ICONS[name]} size={13} /> {t(`outline-${name}`)}
          </Button>
        ))}
    </div>
  )
}
