// The commands about comments, and who said something, read out.

import { useEffect } from 'react'
import { useActions } from '../actions/actions'
import { useDocument } from '../document/hooks'
import { useSelection } from '../document/selection'
import { openTab, usePanes } from '../frame/panes'
import { nameOf } from '../presence/names'
import { announce } from '../ui/announce'
import { t } from '../words/words'
import { talk, useTalking } from './talking'

export function Comments() {
  const { graph, sync } = useDocument()
  useActions(() => {
    const one = () => useSelection.getState().nodes.length === 1
    const write = () => {
      const [node] = useSelection.getState().nodes
      if (node === undefined) return
      talk(node, true)
      if (!document.querySelector('[data-scope="canvas"]')) {
        usePanes.setState({ dock: true })
        requestAnimationFrame(() => document.getElementById('tab-comments')?.click())
      }
    }
    return [
      { id: 'add.comment', title: 'comments-add', keys: ['Shift+C'], when: one, run: write },
      { id: 'go.comments', title: 'comments-go', run: () => openTab('comments') },
    ]
  }, [])
  useEffect(
    () =>
      graph.subscribe((now, before) => {
        if (now.comments === before.comments || !Object.keys(before.nodes).length) return
        const you = sync.getState().you?.id
        for (const [id, { author, author_name, text }] of Object.entries(now.comments))
          if (!before.comments[id] && author !== you)
            announce(t('comments-said', { name: nameOf({ name: author_name }), text }))
      }),
    [graph, sync],
  )
  useEffect(
    () =>
      useSelection.subscribe(({ nodes }) => {
        const { node } = useTalking.getState()
        if (node !== null && !nodes.includes(node)) talk(null)
      }),
    [],
  )
  useEffect(() => () => talk(null), [])
  return null
}
