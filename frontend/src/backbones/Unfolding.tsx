// The command that lays a backbone open, and its window.

import { useActions } from '../actions/actions'
import { useDocument } from '../document/hooks'
import { useSelection } from '../document/selection'
import { later } from '../ui/later'
import { backboneAt, leaveUnfolding, unfoldBackbone, useUnfolding } from './unfolding'

const UnfoldDialog = later(() => import('./UnfoldDialog').then((part) => part.UnfoldDialog))

export function Unfolding() {
  const document = useDocument()
  const id = useUnfolding((state) => state.id)
  useActions(() => {
    const chosen = () => {
      const { nodes, edges } = useSelection.getState()
      const [only] = nodes
      return nodes.length === 1 && !edges.length && backboneAt(document, only) ? only : undefined
    }
    return [
      {
        id: 'edit.unfold',
        title: 'canvas-unfold',
        when: () => chosen() !== undefined,
        run: () => unfoldBackbone(chosen() ?? ''),
      },
    ]
  }, [document])
  return id && <UnfoldDialog key={id} id={id} onClose={leaveUnfolding} />
}
