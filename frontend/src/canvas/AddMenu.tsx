// The place of the menu that adds; fetched when it is first opened.

import { later } from '../ui/later'
import { useMenu } from './menu'

const OpenMenu = later(() => import('./OpenMenu').then((module) => module.OpenMenu))

export function AddMenu() {
  const menu = useMenu((state) => state.menu)
  return menu && <OpenMenu key={`${menu.at.x} ${menu.at.y}`} menu={menu} />
}
