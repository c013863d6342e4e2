// What choosing an offer of the menu does to the document.

import { useCatalog } from '../catalog/context'
import { inputsOf, outputsOf } from '../catalog/ports'
import { isInner } from '../catalog/starts'
import { freshNode } from '../document/adding'
import { useDocument } from '../document/hooks'
import { freeNear, NODE_HEIGHT, NODE_WIDTH } from '../document/place'
import { select } from '../document/selection'
import type { OpenMenu } from './menu'
import { portOf, type MenuOffer } from './offers'

export function useChoose(): (menu: OpenMenu, offer: MenuOffer) => void {
  const catalog = useCatalog()
  const { graph, edit } = useDocument()
  return ({ purpose, place }, { choose }) => {
    const now = graph.getState()
    if (!choose) return
    if (choose.type === 'select') return select([choose.node])
    if (choose.type === 'wire') {
      if (purpose.type !== 'connect') return
      edit.connect({ source: purpose.node, source_port: portOf(purpose.node, now, catalog), target: choose.node, target_port: choose.port })
      return
    }
    const node = freshNode(now, catalog, choose.item)
    const also = isInner(choose.item) ? choose.item.before : []
    if (purpose.type === 'insert') return void edit.insertNode(node, purpose.edge, also)
    const at = freeNear(Object.values(now.layout), { x: place.x - NODE_WIDTH / 2, y: place.y - NODE_HEIGHT / 2 })
    if (purpose.type !== 'wired') return void edit.addNode(node, { at })
    const joint = { node: purpose.joint.node, port: purpose.joint.port }
    if (purpose.joint.side === 'source') {
      if (inputsOf(catalog, now.nodes, node).length) edit.addNode(node, { at, after: joint, also })
    } else if (outputsOf(catalog, now.nodes, node).length) edit.addNode(node, { at, before: joint })
  }
}
