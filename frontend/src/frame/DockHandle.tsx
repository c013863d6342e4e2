// The upper edge of the dock: dragged or moved with arrows, it sets the dock's height.

import { t } from '../words/words'
import { setDockHeight, usePanes } from './panes'
import s from './frame.module.css'

export function DockHandle() {
  const height = usePanes((panes) => panes.dockHeight)
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- a focusable separator is a widget
    <hr
      className={s.handle}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      aria-label={t('frame-bench-height')}
      aria-orientation="horizontal"
      aria-valuenow={height}
      onPointerDown={(event) => {
        const from = event.clientY
        const bar = event.currentTarget
        bar.setPointerCapture(event.pointerId)
        const move = (moved: PointerEvent) => setDockHeight(height + from - moved.clientY)
        const end = () => bar.removeEventListener('pointermove', move)
        bar.addEventListener('pointermove', move)
        bar.addEventListener('lostpointercapture', end, { once: true })
      }}
      onKeyDown={(event) => {
        if (event.key === 'ArrowUp') setDockHeight(height + 24)
        else if (event.key === 'ArrowDown') setDockHeight(height - 24)
        else return
        event.preventDefault()
      }}
    />
  )
}
