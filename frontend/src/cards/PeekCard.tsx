// A layer of the palette in passing: its sentence and its picture, beside the pointer. Escape sends it away, "?" opens the whole card.

import '../words/lateCards'
import { useLayoutEffect, useRef, type CSSProperties } from 'react'
import { createPortal } from 'react-dom'
import { useActions } from '../actions/actions'
import { useCatalog } from '../catalog/context'
import { Button, Kbd } from '../ui/controls'
import { Glyph, groupColor } from '../ui/glyphs'
import { Written } from '../ui/Written'
import { t } from '../words/words'
import s from './card.module.css'
import { endPeek, keepPeek, leavePeek, openCard, type Peek } from './opening'
import { Picture } from './pictures/Picture'
import { withNumbers } from './Prose'
import { sectionsOf } from './useCard'
import { useTelling } from './useTelling'

const GAP = 10

export function PeekCard({ peek }: { peek: Peek }) {
  const { layer, why, beside } = peek
  const catalog = useCatalog()
  const box = useRef<HTMLDivElement>(null)
  const { telling, card } = useTelling({ type: 'layer', layer })
  const { member, facts } = telling
  const whole = () => openCard({ type: 'layer', layer })
  useActions(
    () => [{ id: 'view.card-peek', title: 'canvas-explain', keys: ['?'], unlisted: true, run: () => openCard({ type: 'layer', layer }) }],
    [layer],
  )
  useActions(() => [{ id: 'view.card-leave', title: 'ui-close', keys: ['Escape'], unlisted: true, typing: true, run: endPeek }], [])
  useLayoutEffect(() => {
    const card = box.current
    if (!card) return
    const { right, top } = beside.getBoundingClientRect()
    card.style.left = `${Math.max(8, Math.min(right + GAP, innerWidth - card.offsetWidth - 8))}px`
    card.style.top = `${Math.max(8, Math.min(top - 12, innerHeight - card.offsetHeight - 8))}px`
  })
  if (!member) return null
  const lead = sectionsOf(card)[''] ?? (member.teaching || member.summary)
  return createPortal(
    <div ref={box} role="group" aria-label={t('cards-title', { layer })} className={s.peek} style={{ '--hue': groupColor(catalog.group(member.group)?.color) } as CSSProperties} onPointerEnter={keepPeek} onPointerLeave={leavePeek}>
      <header>
        <span style={{ color: 'var(--hue)' }}>
          <Glyph icon={member.icon} group={member.group} size={16} />
        </span>
        <h3>{member.name}</h3>
        <Button small kind="quiet" onClick={whole}>
          {t('cards-whole')} <Kbd>?</Kbd>
        </Button>
      </header>
      <p>{withNumbers(lead, facts)}</p>
      {why && (
        <div className={s.why}>
          <Written text={why} />
        </div>
      )}
      <Picture telling={telling} />
    </div>,
    document.body,
  )
}
