// A button that opens a list of commands below it. Arrows walk it, Escape closes it.

import { type ReactNode, useEffect, useRef, useState } from 'react'
import { Button } from './controls'
import s from './menu.module.css'

export interface MenuItem {
  label: ReactNode
  hint?: ReactNode
  disabled?: boolean
  danger?: boolean
  /** A link instead of a command: it downloads. */
  href?: string
  onChoose?: () => void
}

interface MenuProps {
  label: ReactNode
  name?: string
  items: readonly MenuItem[]
  kind?: 'plain' | 'quiet'
  align?: 'left' | 'right'
}

export function Menu({ label, name, items, kind = 'plain', align = 'right' }: MenuProps) {
  const [open, setOpen] = useState(false)
  const box = useRef<HTMLDivElement>(null)
  const list = useRef<HTMLDivElement>(null)

  useEffect(() => {
    if (!open) return
    list.current?.querySelector<HTMLElement>('[role=menuitem]')?.focus()
    const close = (event: Event) => {
      if (!box.current?.contains(event.target as Node)) setOpen(false)
    }
    addEventListener('pointerdown', close)
    return () => removeEventListener('pointerdown', close)
  }, [open])

  const shut = () => {
    setOpen(false)
    box.current?.querySelector('button')?.focus()
  }
  const walk = (by: number) => {
    const all = [...(list.current?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? [])]
    const at = all.indexOf(document.activeElement as HTMLElement)
    all[(at + by + all.length) % all.length]?.focus()
  }

  return (
    <div
      className={s.box}
      ref={box}
      role="presentation"
      onKeyDown={(event) => {
        if (!open) return
        if (event.key === 'Escape') shut()
        else if (event.key === 'ArrowDown') walk(1)
        else if (event.key === 'ArrowUp') walk(-1)
        else return
        event.preventDefault()
        event.stopPropagation()
      }}
    >
      <Button kind={kind} aria-haspopup="menu" aria-expanded={open} aria-label={name} onClick={() => setOpen(!open)}>
        {label}
      </Button>
      {open && (
        <div className={s.list} data-align={align} role="menu" aria-label={name} ref={list}>
          {items.map((item, at) => (
            <Item key={at} item={item} close={shut} />
          ))}
        </div>
      )}
    </div>
  )
}

function Item({ item, close }: { item: MenuItem; close: () => void }) {
  const inside = (
    <>
      <span>{item.label}</span>
      {item.hint && <small>{item.hint}</small>}
    </>
  )
  const choose = () => {
    close()
    item.onChoose?.()
  }
  if (item.href && !item.disabled) {
    return (
      <a role="menuitem" tabIndex={-1} className={s.item} href={item.href} download onClick={choose}>
        {inside}
      </a>
    )
  }
  return (
    <button
      type="button"
      role="menuitem"
      tabIndex={-1}
      className={s.item}
      data-danger={item.danger || undefined}
      disabled={item.disabled}
      onClick={choose}
    >
      {inside}
    </button>
  )
}
