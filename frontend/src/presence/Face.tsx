// A person as a small circle in their colour.

import { initialsOf } from './names'
import s from './presence.module.css'
import './colors.css'

export function Face({ name, color }: { name: string; color: number }) {
  return (
    <span className={s.face} data-person={color} aria-hidden="true">
      {initialsOf(name)}
    </span>
  )
}
