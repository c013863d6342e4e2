// Beside a field of the inspector: who changes it just now.

import { editorOf, usePeople } from '../document/people'
import { useSelection } from '../document/selection'
import { t } from '../words/words'
import './colors.css'
import { nameOf } from './names'
import s from './presence.module.css'

export function EditedBy({ field }: { field: string }) {
  const node = useSelection(({ nodes }) => (nodes.length === 1 ? nodes[0] : undefined))
  const other = usePeople(({ others }) => (node === undefined ? undefined : editorOf(others, node, field)))
  if (!other) return null
  return (
    <span className={s.here} data-person={other.color}>
      {t('presence-here', { name: nameOf(other) })}
    </span>
  )
}
