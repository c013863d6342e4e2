// Beside the pointer while a wire is in the hand: what letting go would do, or why it would do nothing.

import { useEffect, useRef } from 'react'
import { createPortal } from 'react-dom'
import { useGraph } from '../document/hooks'
import { t } from '../words/words'
import s from './hint.module.css'
import { useOver } from './useOver'
import { useWiring } from './wiring'

export function WiringHint() {
  useOver()
  const over = useWiring((state) => (state.from ? state.over : null))
  const pulled = useWiring((state) => state.pulled !== null)
  const name = useGraph(({ nodes }) => (over?.type === 'port' ? nodes[over.node]?.name : undefined))
  const box = useRef<HTMLDivElement>(null)
  const at = useRef({ x: 0, y: 0 })

  useEffect(() => {
    const follow = (event: PointerEvent) => {
      at.current = { x: event.clientX, y: event.clientY }
      place(box.current, at.current)
    }
    return useWiring.subscribe(({ from }, before) => {
      if (from && !before.from) addEventListener('pointermove', follow)
      if (!from && before.from) removeEventListener('pointermove', follow)
    })
  }, [])
  useEffect(() => place(box.current, at.current), [over])

  if (!over) return null
  const refused = over.type === 'refused'
  const text = refused
    ? over.reason
    : over.type === 'port'
      ? t('canvas-wire-into', { name: name ?? '', port: over.port })
      : t(pulled ? 'canvas-wire-let-go' : 'canvas-wire-choose')
  return createPortal(
    <div className={s.hint} ref={box} data-tone={refused ? 'bad' : over.type} role="status">
      {text}
    </div>,
    document.body,
  )
}

/** Left of the pointer where there is no room at its right. */
function place(box: HTMLElement | null, { x, y }: { x: number; y: number }): void {
  if (!box) return
  const room = innerWidth - x > box.offsetWidth + 24
  box.style.transform = `translate(${room ? x + 16 : x - 16 - box.offsetWidth}px, ${y + 14}px)`
}
