// The open menu: the commands that apply now, each with its keys. Arrows walk it, Escape leaves it.

import { Fragment, useEffect, useLayoutEffect, useRef } from 'react'
import { createPortal } from 'react-dom'
import { offered, type Action } from '../actions/actions'
import { keysOf } from '../actions/bindings'
import { keyText } from '../actions/keys'
import { t } from '../words/words'
import s from './context.module.css'
import { closeContext, type OpenContext } from './contextMenu'
import { standAt } from './pointer'

export function ContextMenu({ menu }: { menu: OpenContext }) {
  const box = useRef<HTMLDivElement>(null)
  const before = useRef(document.activeElement)
  const actions = offered()
  const groups = menu.groups
    .map((ids) => ids.flatMap((id) => actions.find((action) => action.id === id && action.when?.() !== false) ?? []))
    .filter((group) => group.length)

  const leave = () => {
    closeContext()
    if (before.current instanceof HTMLElement) before.current.focus({ preventScroll: true })
  }
  const take = (action: Action) => {
    leave()
    standAt(menu.at, action.run)
  }

  useLayoutEffect(() => {
    const menu = box.current
    if (!menu) return
    // Inside the window, whatever its size turned out to be.
    const { width, height, left, top } = menu.getBoundingClientRect()
    menu.style.left = `${Math.max(8, Math.min(left, innerWidth - width - 8))}px`
    menu.style.top = `${Math.max(8, Math.min(top, innerHeight - height - 8))}px`
    menu.querySelector<HTMLElement>('[role=menuitem]')?.focus({ preventScroll: true })
  }, [menu])
  useEffect(() => {
    const outside = (event: Event) => {
      if (!box.current?.contains(event.target as Node)) closeContext()
    }
    addEventListener('pointerdown', outside, true)
    addEventListener('wheel', outside, { capture: true, passive: true })
    addEventListener('resize', closeContext)
    return () => {
      removeEventListener('pointerdown', outside, true)
      removeEventListener('wheel', outside, true)
      removeEventListener('resize', closeContext)
    }
  }, [])

  const keys = (event: React.KeyboardEvent) => {
    const all = [...(box.current?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? [])]
    const at = all.indexOf(document.activeElement as HTMLElement)
    const to: Record<string, number> = { ArrowDown: at + 1, ArrowUp: at - 1 + all.length, Home: 0, End: all.length - 1 }
    const next = to[event.key]
    if (event.key === 'Escape' || event.key === 'Tab') leave()
    else if (next !== undefined) all[next % all.length]?.focus()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return createPortal(
    <div
      ref={box}
      className={s.menu}
      style={{ left: menu.at.x, top: menu.at.y }}
      role="menu"
      tabIndex={-1}
      aria-label={t('canvas-menu')}
      onKeyDown={keys}
      onContextMenu={(event) => event.preventDefault()}
    >
      {groups.map((group, at) => (
        <Fragment key={group[0]?.id}>
          {at > 0 && <hr className={s.line} />}
          {group.map((action) => (
            <button
              key={action.id}
              type="button"
              role="menuitem"
              tabIndex={-1}
              className={s.item}
              data-danger={action.id === 'edit.remove' || undefined}
              onPointerMove={(event) => event.currentTarget.focus({ preventScroll: true })}
              onClick={() => take(action)}
            >
              <span>{t(action.title, action.values)}</span>
              <small>{keyText(keysOf(action)[0] ?? '')}</small>
            </button>
          ))}
        </Fragment>
      ))}
    </div>,
    document.querySelector('main') ?? document.body, // a landmark: what lies in none is not found by walking them
  )
}
