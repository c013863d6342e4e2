// Around the canvas while it shows what somebody else sees.

import { follow, usePeople } from '../document/people'
import { Icon } from '../ui/glyphs'
import { t } from '../words/words'
import './colors.css'
import { nameOf } from './names'
import s from './presence.module.css'

export function Following() {
  const followed = usePeople(({ others, following }) => others.find((each) => each.client === following))
  if (!followed) return null
  return (
    <div className={s.following} data-person={followed.color} role="status">
      <div>
        {t('presence-following', { name: nameOf(followed) })}
        <small>{t('presence-following-how')}</small>
        <button type="button" aria-label={t('presence-unfollow')} onClick={() => follow(null)}>
          <Icon name="close" size={12} />
        </button>
      </div>
    </div>
  )
}
