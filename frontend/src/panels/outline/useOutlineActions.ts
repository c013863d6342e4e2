// The outline by key: the same actions as on the canvas, for the row that is open, and its own for what only a list has.

import { type Action, useActions } from '../../actions/actions'
import { useCatalog } from '../../catalog/context'
import { useDocument } from '../../document/hooks'
import { NOTHING, useSelection } from '../../document/selection'
import { commandsFor, type NodeCommand } from './useNodeCommands'

const KEYS: readonly [Action['id'], NodeCommand['name'], string, readonly string[]][] = [
  ['add.search', 'add', 'outline-add-after', ['A', 'Insert']],
  ['edit.connect', 'wire', 'outline-wire-to', ['C']],
  ['edit.earlier', 'earlier', 'outline-move-earlier', ['Alt+ArrowUp']],
  ['edit.later', 'later', 'outline-move-later', ['Alt+ArrowDown']],
  ['edit.bypass', 'bypass', 'outline-do-bypass', ['Mod+B']],
  ['edit.group', 'group', 'canvas-group', ['Mod+G']],
  ['edit.unpack', 'unpack', 'canvas-unpack', ['Mod+Shift+G']],
  ['edit.share', 'share', 'outline-do-share', ['Shift+S']],
  ['edit.duplicate', 'duplicate', 'outline-do-duplicate', ['Mod+D']],
  ['edit.rename', 'rename', 'outline-do-rename', ['F2']],
  ['edit.remove', 'remove', 'outline-do-remove', ['Delete', 'Backspace']],
]

export function useOutlineActions(): void {
  const document = useDocument()
  const catalog = useCatalog()
  useActions(() => {
    const command = (name: NodeCommand['name']) => {
      const id = useSelection.getState().nodes.at(-1)
      return id === undefined
        ? undefined
        : commandsFor(id, document, catalog).find((each) => each.name === name && each.possible)
    }
    const actions = KEYS.map(
      ([id, name, title, keys]): Action => ({
        id,
        title,
        keys,
        scope: 'outline',
        when: () => command(name) !== undefined,
        run: () => command(name)?.run(selectedRow()),
      }),
    )
    const close: Action = {
      id: 'edit.deselect',
      title: 'outline-close',
      keys: ['Escape'],
      scope: 'outline',
      unlisted: true,
      when: () => useSelection.getState().nodes.length > 0,
      run: () => {
        const row = selectedRow()
        if (row === globalThis.document.activeElement) useSelection.setState(NOTHING)
        else row.focus()
      },
    }
    return [...actions, close]
  }, [document, catalog])
}

function selectedRow(): HTMLElement {
  const outline = globalThis.document.querySelector<HTMLElement>('[data-scope=outline]')
  return outline?.querySelector<HTMLElement>('[data-selected] [data-id]') ?? outline ?? globalThis.document.body
}
