// The place of the menu of what was pressed; fetched when it is first opened.

import { later } from '../ui/later'
import { useContext } from './contextMenu'

const ContextMenu = later(() => import('./ContextMenu').then((module) => module.ContextMenu))

export function Context() {
  const menu = useContext((state) => state.menu)
  return menu && <ContextMenu key={`${menu.at.x} ${menu.at.y}`} menu={menu} />
}
