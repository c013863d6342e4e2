// On a block's card: the button that shows what is inside, beside the card, while it stays where it is.

import { create } from 'zustand'
import { useGraph } from '../document/hooks'
import { Icon } from '../ui/glyphs'
import { later } from '../ui/later'
import { t } from '../words/words'
import s from './within.module.css'

const Inside = later(() => import('./Inside').then((part) => part.Inside))

/** The card that stands open: each person's own. One at a time, so that no frame lies over another. */
const useOpened = create<{ card: string | null }>(() => ({ card: null }))

function toggle(card: string): void {
  useOpened.setState((now) => ({ card: now.card === card ? null : card }))
}

export function Within({ id }: { id: string }) {
  const open = useOpened(({ card }) => card === id)
  const name = useGraph(({ nodes }) => nodes[id]?.name ?? '')
  return (
    <>
      <button
        type="button"
        className={`${s.open} nodrag nopan`}
        tabIndex={-1}
        aria-expanded={open}
        aria-label={t('canvas-see-inside', { name })}
        title={t('canvas-show-inside')}
        onClick={(event) => {
          event.stopPropagation()
          toggle(id)
        }}
        onDoubleClick={(event) => event.stopPropagation()}
      >
        <Icon name="right" size={12} />
      </button>
      {open && <Inside card={id} />}
    </>
  )
}
