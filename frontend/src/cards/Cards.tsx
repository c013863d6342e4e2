// The place of the cards: the one that is open and the one in passing, both fetched when they are first wanted, and the command that opens one.

import { useActions } from '../actions/actions'
import { useDocument } from '../document/hooks'
import { useSelection } from '../document/selection'
import { later } from '../ui/later'
import { openCard, useOpening } from './opening'

const CardDialog = later(() => import('./CardDialog').then((part) => part.CardDialog))
const PeekCard = later(() => import('./PeekCard').then((part) => part.PeekCard))

export function Cards() {
  const { open, peek } = useOpening()
  const { graph } = useDocument()
  useActions(() => {
    const chosen = () => {
      const { nodes } = useSelection.getState()
      const [id] = nodes
      return nodes.length === 1 && id !== undefined && graph.getState().nodes[id]?.type === 'layer' ? id : null
    }
    const open = () => {
      const id = chosen()
      if (id !== null) openCard({ type: 'node', id })
    }
    const action = { title: 'canvas-explain', keys: ['?'], when: () => chosen() !== null, run: open }
    return [
      { ...action, id: 'view.card', scope: 'canvas' },
      { ...action, id: 'view.card-outline', scope: 'outline', unlisted: true },
    ]
  }, [graph])
  return (
    <>
      {open && <CardDialog key={open.type === 'node' ? open.id : open.layer} of={open} />}
      {peek && <PeekCard key={peek.layer} peek={peek} />}
    </>
  )
}
