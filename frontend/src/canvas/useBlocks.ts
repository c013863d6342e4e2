// Blocks as actions: group what is selected, unpack one, go into it, leave it; and a double-click on its card.

import { useEffect, type RefObject } from 'react'
import { useActions, type Action } from '../actions/actions'
import { useDocument } from '../document/hooks'
import { useLevel, wayIn } from '../document/level'
import { select, useSelection } from '../document/selection'
import { say } from '../ui/toast'
import { t } from '../words/words'
import { enterBlock, leaveBlock } from './levels'

export function useBlocks(box: RefObject<HTMLDivElement | null>): void {
  const { graph, whole, blocks } = useDocument()

  useEffect(() => {
    const area = box.current
    const double = ({ target }: MouseEvent) => {
      const id = (target as Element).closest<HTMLElement>('.react-flow__node')?.dataset.id ?? ''
      if (graph.getState().nodes[id]?.type === 'block') enterBlock(graph.getState().nodes, id)
    }
    area?.addEventListener('dblclick', double)
    return () => area?.removeEventListener('dblclick', double)
  }, [box, graph])

  useActions(() => {
    const chosen = () => {
      const { nodes, edges } = useSelection.getState()
      const [id] = nodes
      return nodes.length === 1 && !edges.length && graph.getState().nodes[id ?? '']?.type === 'block' ? id : undefined
    }
    const group = async () => {
      const { nodes, notes } = useSelection.getState()
      const said = (await blocks()).group(nodes, notes)
      if (typeof said === 'string') return
      const also = said.also ?? []
      const too = { label: t('canvas-select-too'), run: () => select([...nodes, ...also], [], notes) }
      say(said.reason, { tone: 'bad', action: also.length ? too : null })
    }
    const unpack = async () => {
      const said = (await blocks()).unpack(chosen() ?? '')
      if ('reason' in said) say(said.reason, { tone: 'bad' })
    }
    const depth = () => wayIn(whole.graph.getState().nodes, useLevel.getState().way).length
    const nothing = () => {
      const { nodes, edges, notes } = useSelection.getState()
      return !(nodes.length + edges.length + notes.length)
    }
    const actions: Action[] = [
      {
        id: 'edit.group',
        title: 'canvas-group',
        keys: ['Mod+G'],
        when: () => useSelection.getState().nodes.length > 0,
        run: () => void group(),
      },
      {
        id: 'edit.unpack',
        title: 'canvas-unpack',
        keys: ['Mod+Shift+G'],
        when: () => chosen() !== undefined,
        run: () => void unpack(),
      },
      {
        id: 'view.enter-block',
        title: 'canvas-enter-block',
        keys: ['Enter'],
        when: () => chosen() !== undefined,
        run: () => enterBlock(graph.getState().nodes, chosen() ?? ''),
      },
      {
        id: 'view.leave-block',
        title: 'canvas-leave-block',
        keys: ['Escape', 'Backspace'],
        when: () => depth() > 0 && nothing(),
        run: () => leaveBlock(depth() - 1),
      },
    ]
    return actions.map((action) => ({ ...action, scope: 'canvas' as const }))
  }, [graph, whole, blocks])
}
