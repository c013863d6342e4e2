// A button that opens a list of commands below it. Arrows walk it, Escape closes it.

import { type ReactNode, useEffect, useRef, useState } from 'react'
import { Button } from './controls'
import c from './controls.module.css'
import s from './menu.module.css'

const ITEM = '[role=menuitem]:not(:disabled)'

export interface MenuItem {
  /** Stands above the items that follow; an item has a label instead. */
  heading?: string
  label?: ReactNode
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
  /** The label is a drawing alone. */
  icon?: boolean
  align?: 'left' | 'right'
}

export function Menu({ label, name, items, kind = 'plain', align = 'right', icon }: MenuProps) {
  const [open, setOpen] = useState(false)
  const box = useRef<HTMLDivElement>(null)
  const list = useRef<HTMLDivElement>(null)

  useEffect(() => {
    if (!open) return
    list.current?.querySelector<HTMLElement>(ITEM)?.focus()
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
  const stops = () => [...(list.current?.querySelectorAll<HTMLElement>(ITEM) ?? [])]
  const walk = (by: number) => {
    const all = stops()
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
        else if (event.key === 'Home') stops().at(0)?.focus()
        else if (event.key === 'End') stops().at(-1)?.focus()
        else if (event.key === 'Tab') return setOpen(false)
        else return
        event.preventDefault()
        event.stopPropagation()
      }}
    >
      <Button
        kind={kind}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-label={name}
        title={icon ? name : undefined}
        className={icon ? c.icon : undefined}
        onClick={() => setOpen(!open)}
        onKeyDown={(event) => {
          if (open || event.key !== 'ArrowDown') return
          event.preventDefault()
          setOpen(true)
        }}
      >
        {label}
      </Button>
      {open && (
        <div className={s.list} data-align={align} role="menu" aria-label={name} ref={list}>
          {items.map((item, at) =>
            item.heading === undefined ? (
              <Item key={at} item={item} close={shut} />
            ) : (
              <div key={at} className={s.heading} role="presentation">
                {item.heading}
              </div>
            ),
          )}
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
