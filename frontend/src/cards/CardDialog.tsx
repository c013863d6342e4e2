// A card as a window over the page.

import '../words/lateCards'
import { useCatalog } from '../catalog/context'
import { Dialog } from '../ui/Dialog'
import { Glyph, groupColor, Icon } from '../ui/glyphs'
import { IconButton } from '../ui/controls'
import { t } from '../words/words'
import s from './card.module.css'
import { CardBody } from './CardBody'
import { type CardOf, closeCard } from './opening'
import { useTelling } from './useTelling'

export function CardDialog({ of }: { of: CardOf }) {
  const catalog = useCatalog()
  const told = useTelling(of)
  const { member, name } = told.telling
  if (!member) return null
  return (
    <Dialog bare title={t('cards-title', { layer: member.name })} onClose={closeCard} className={s.dialog}>
      <header className={s.header}>
        <span style={{ color: groupColor(catalog.group(member.group)?.color) }}>
          <Glyph icon={member.icon} group={member.group} size={20} />
        </span>
        <h2>{member.name}</h2>
        {name !== null && <code>{name}</code>}
        <IconButton label={t('ui-close')} data-first="" onClick={closeCard}>
          <Icon name="close" />
        </IconButton>
      </header>
      <div className={s.scroll} tabIndex={-1}>
        <CardBody told={told} />
      </div>
    </Dialog>
  )
}
