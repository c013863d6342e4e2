// In the header: who else is here, the way to let others in, and what a guest may not do.

import { useActions } from '../actions/actions'
import { useSync } from '../document/hooks'
import { Button, Pill } from '../ui/controls'
import { Icon } from '../ui/glyphs'
import { later } from '../ui/later'
import { t } from '../words/words'
import { openShare } from './overlays'
import { useWidth } from './panes'

const Faces = later(() => import('../presence/Faces').then((part) => part.Faces))

export function Company() {
  const company = useSync((sync) => sync.company)
  const width = useWidth()
  const own = useSync((sync) => sync.may.own)
  useActions(() => (own ? [{ id: 'share.open', title: 'share-action', run: openShare }] : []), [own])
  return (
    <>
      <Bound />
      {company && width !== 'phone' && <Faces />}
      {own && width === 'wide' && (
        <Button onClick={openShare}>
          <Icon name="share" size={15} />
          {t('share')}
        </Button>
      )}
    </>
  )
}

/** Nothing that cannot be done is offered; this says why. */
function Bound() {
  const part = useSync((sync) => sync.may.part)
  if (part !== 'view' && part !== 'comment') return null
  return (
    <span title={t(`share-only-${part}-doc`)} data-testid="bound">
      <Pill tone="accent">{t(`share-only-${part}`)}</Pill>
      <span className="visually-hidden">{t(`share-only-${part}-doc`)}</span>
    </span>
  )
}
