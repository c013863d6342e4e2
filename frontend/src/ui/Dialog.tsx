// A window over the page: it takes the focus (to what is marked `data-first`), keeps it, and gives it back where it was.
// Escape and a press beside it leave.

import { useLayoutEffect, useRef, type ReactNode } from 'react'
import { t } from '../words/words'
import { cx, IconButton } from './controls'
import s from './dialog.module.css'
import { Icon } from './glyphs'

interface DialogProps {
  title: string
  onClose: () => void
  children: ReactNode
  /** Without its heading, which is then only read out. */
  bare?: boolean
  className?: string | undefined
}

export function Dialog({ title, onClose, children, bare, className }: DialogProps) {
  const box = useRef<HTMLDialogElement>(null)
  useLayoutEffect(() => {
    const dialog = box.current
    const before = document.activeElement
    dialog?.showModal()
    dialog?.querySelector<HTMLElement>('[data-first]')?.focus()
    return () => {
      dialog?.close()
      if (before instanceof HTMLElement && document.activeElement === document.body) before.focus()
    }
  }, [])
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions, jsx-a11y/click-events-have-key-events -- Escape is the key
    <dialog
      ref={box}
      className={cx(s.dialog, className)}
      aria-label={title}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
      onPointerDown={(event) => event.target === box.current && onClose()}
    >
      <div className={s.inside}>
        {!bare && (
          <div className={s.header}>
            <h2>{title}</h2>
            <IconButton label={t('ui-close')} onClick={onClose}>
              <Icon name="close" />
            </IconButton>
          </div>
        )}
        {children}
      </div>
    </dialog>
  )
}
