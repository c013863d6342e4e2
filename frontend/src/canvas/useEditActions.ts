// What may be done with what is selected, as actions: remove, duplicate, bypass, connect, copy and paste, select along the wires.

import { useReactFlow } from '@xyflow/react'
import { useActions, type Action } from '../actions/actions'
import { useDocument } from '../document/hooks'
import { between, downstream, upstream } from '../document/links'
import { NODE_WIDTH } from '../document/place'
import { shareable } from '../document/sharing'
import { NOTHING, select, useSelection } from '../document/selection'
import { say } from '../ui/toast'
import { t } from '../words/words'
import { openMenu } from './menu'
import { writeIn } from './noteEditing'
import { copySelection, cutSelection, pasteClipboard } from './useClipboard'
import { endWiring, useWiring } from './wiring'

const selection = useSelection.getState
const some = () => selection().nodes.length + selection().notes.length > 0
const anything = () => some() || selection().edges.length > 0

export function useEditActions(): void {
  const { graph, edit } = useDocument()
  const { flowToScreenPosition } = useReactFlow()

  useActions(() => {
    const layers = () => selection().nodes.filter((id) => 'bypassed' in (graph.getState().nodes[id] ?? {}))
    const along = (way: typeof between) => () => select([...way(graph.getState().edges, selection().nodes)])

    const path = () => {
      const found = between(graph.getState().edges, selection().nodes)
      if (found.size > selection().nodes.length) select([...found])
      else say(t('canvas-no-path'))
    }
    /** All of them, or none of them when all are bypassed already. */
    const bypass = () => {
      const ids = layers()
      const { nodes } = graph.getState()
      const all = ids.every((id) => (nodes[id] as { bypassed?: boolean }).bypassed)
      edit.setFields(ids, 'bypassed', !all)
    }
    const share = () => {
      const ids = selection().nodes
      const [first] = ids
      if (ids.length > 1) edit.shareLayer(ids)
      else if (first !== undefined) edit.reuse(first)
    }
    const connect = () => {
      const [node] = selection().nodes
      const place = graph.getState().layout[node ?? '']
      if (!node || !place) return
      const at = flowToScreenPosition({ x: place.x + NODE_WIDTH + 14, y: place.y })
      openMenu({ purpose: { type: 'connect', node }, at, place })
    }
    const leave = () => {
      if (useWiring.getState().from) endWiring()
      else useSelection.setState(NOTHING)
    }
    const nodes = () => selection().nodes.length > 0
    const one = () => selection().nodes.length === 1
    const note = () => selection().notes.length === 1 && !selection().nodes.length
    const actions: Action[] = [
      {
        id: 'edit.remove',
        title: 'canvas-remove',
        keys: ['Delete', 'Backspace'],
        when: anything,
        run: () => edit.remove(selection().nodes, selection().edges, true, selection().notes),
      },
      {
        id: 'edit.duplicate',
        title: 'canvas-duplicate',
        keys: ['Mod+D'],
        when: some,
        run: () => void edit.duplicate(selection().nodes, selection().notes),
      },
      { id: 'edit.bypass', title: 'canvas-bypass', keys: ['Mod+B'], when: () => layers().length > 0, run: bypass },
      {
        id: 'edit.share',
        title: 'canvas-share',
        keys: ['Shift+S'],
        when: () => shareable(graph.getState().nodes, selection().nodes),
        run: share,
      },
      { id: 'edit.connect', title: 'canvas-connect', keys: ['C'], when: one, run: connect },
      { id: 'edit.copy', title: 'canvas-copy', keys: ['Mod+C'], native: true, when: some, run: copySelection },
      { id: 'edit.cut', title: 'canvas-cut', keys: ['Mod+X'], native: true, when: some, run: cutSelection },
      {
        id: 'edit.paste',
        title: 'canvas-paste',
        keys: ['Mod+V'],
        native: true,
        run: () => pasteClipboard(false),
      },
      {
        id: 'edit.paste-with-wires',
        title: 'canvas-paste-with-wires',
        keys: ['Mod+Shift+V'],
        native: true,
        run: () => pasteClipboard(true),
      },
      {
        id: 'edit.write',
        title: 'canvas-write',
        keys: ['Enter'],
        when: note,
        run: () => writeIn(selection().notes[0] ?? null),
      },
      {
        id: 'edit.select-all',
        title: 'canvas-select-all',
        keys: ['Mod+A'],
        run: () => select(Object.keys(graph.getState().nodes), [], Object.keys(graph.getState().notes)),
      },
      {
        id: 'edit.select-upstream',
        title: 'canvas-select-upstream',
        keys: ['Shift+Alt+ArrowUp'],
        when: nodes,
        run: along(upstream),
      },
      {
        id: 'edit.select-downstream',
        title: 'canvas-select-downstream',
        keys: ['Shift+Alt+ArrowDown'],
        when: nodes,
        run: along(downstream),
      },
      {
        id: 'edit.select-path',
        title: 'canvas-select-path',
        keys: ['Shift+P'],
        when: () => selection().nodes.length > 1,
        run: path,
      },
      {
        id: 'edit.deselect',
        title: 'canvas-deselect',
        keys: ['Escape'],
        when: () => anything() || useWiring.getState().from !== null,
        run: leave,
      },
    ]
    return actions.map((action) => ({ ...action, scope: 'canvas' as const }))
  }, [graph, edit, flowToScreenPosition])
}
