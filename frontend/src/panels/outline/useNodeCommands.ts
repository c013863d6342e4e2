// What can be done with one node of the outline, whether by button or by key.

import { create } from 'zustand'
import { run as runAction } from '../../actions/actions'
import { ownerOf } from '../../catalog/blocks'
import { useCatalog } from '../../catalog/context'
import type { CatalogIndex } from '../../catalog/catalog'
import { useDocument, useGraph } from '../../document/hooks'
import type { OpenDocument } from '../../document/open'
import { swapOf } from '../../document/reorder'
import { say } from '../../ui/toast'
import { announce } from '../../ui/announce'
import { t } from '../../words/words'
import { focusRow } from './focus'
import { closeRow, openRows, useOpenRows } from './openRows'
import { openAdding, openWiring } from './opening'

/** Whose name is being written. */
export const useRenaming = create<{ node: string | null }>(() => ({ node: null }))

export interface NodeCommand {
  name: 'settings' | 'add' | 'wire' | 'earlier' | 'later' | 'bypass' | 'open' | 'group' | 'unpack' | 'share' | 'comment' | 'duplicate' | 'rename' | 'remove'
  possible: boolean
  /** For what is on or off. */
  on?: boolean
  /** `beside`: where a menu opens. */
  run: (beside: Element) => void
}

export function useNodeCommands(id: string): NodeCommand[] {
  const document = useDocument()
  const catalog = useCatalog()
  useGraph((graph) => graph.nodes) // what is possible changes with the graph
  useGraph((graph) => graph.edges)
  useOpenRows(({ rows }) => rows)
  return commandsFor(id, document, catalog)
}

/** Whoever may only look is offered the settings alone, to read them; whoever may comment, that. */
export function commandsFor(id: string, document: OpenDocument, catalog: CatalogIndex): NodeCommand[] {
  const { may } = document.sync.getState()
  const all = everyCommand(id, document, catalog).filter(({ name }) => name !== 'comment' || may.comment)
  return may.draw ? all : all.filter(({ name }) => name === 'settings' || name === 'comment')
}

function everyCommand(id: string, { graph, edit, blocks }: OpenDocument, catalog: CatalogIndex): NodeCommand[] {
  const now = graph.getState()
  const node = now.nodes[id]
  if (!node) return []
  const bypassed = 'bypassed' in node && node.bypassed
  const isBlock = node.type === 'block'
  const open = useOpenRows.getState().rows.has(id)
  const group = async () => {
    const said = (await blocks()).group([id])
    if (typeof said === 'string') focusRow(said)
    else say(said.reason, { tone: 'bad' })
  }
  const unpack = async () => {
    const said = (await blocks()).unpack(id)
    if ('reason' in said) say(said.reason, { tone: 'bad' })
    else focusRow(said[0])
  }
  const move = (way: 'earlier' | 'later') => () => {
    if (!edit.reorder(id, way)) return
    announce(t(`outline-moved-${way}`, { name: node.name }))
    focusRow(id)
  }
  return [
    { name: 'settings', possible: true, run: () => runAction('go.inspector') },
    {
      name: 'add',
      possible: node.type !== 'output',
      run: (beside) => openAdding(beside, graph.getState(), catalog, id),
    },
    { name: 'wire', possible: node.type !== 'output', run: (beside) => openWiring(id, beside, graph.getState()) },
    { name: 'earlier', possible: swapOf(now, id, false) !== null, run: move('earlier') },
    { name: 'later', possible: swapOf(now, id, true) !== null, run: move('later') },
    {
      name: 'bypass',
      possible: 'bypassed' in node,
      on: bypassed,
      run: () => edit.setField(id, 'bypassed', !bypassed),
    },
    { name: 'open', possible: isBlock && ownerOf(now.nodes, id) === id, on: open, run: () => (open ? closeRow(id) : openRows([id])) },
    { name: 'group', possible: node.type !== 'input' && node.type !== 'output', run: () => void group() },
    { name: 'unpack', possible: isBlock, run: () => void unpack() },
    { name: 'share', possible: node.type === 'layer' || isBlock, run: () => focusRow(edit.reuse(id)[0]) },
    { name: 'comment', possible: true, run: () => runAction('add.comment') },
    { name: 'duplicate', possible: true, run: () => focusRow(edit.duplicate([id])[0]) },
    { name: 'rename', possible: true, run: () => useRenaming.setState({ node: id }) },
    {
      name: 'remove',
      possible: true,
      run: () => {
        const next = neighbourRow(id)
        edit.remove([id])
        announce(t('outline-removed', { name: node.name }))
        focusRow(next)
      },
    },
  ]
}

/** The row that takes the focus when this one goes. */
function neighbourRow(id: string): string | undefined {
  const rows = [...globalThis.document.querySelectorAll<HTMLElement>('[data-scope=outline] [data-id]')]
  const at = rows.findIndex((row) => row.dataset.id === id)
  return (rows[at + 1] ?? rows[at - 1])?.dataset.id
}
