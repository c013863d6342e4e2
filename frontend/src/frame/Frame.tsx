// The frame of a project: palette, canvas, dock, inspector, header and status bar, in three widths of window.

import { useEffect } from 'react'
import { Canvas } from '../canvas/Canvas'
import { goTo } from '../canvas/goTo'
import { useCarry } from '../canvas/carry'
import { Outline } from '../panels/outline/Outline'
import { useDocument, useSync } from '../document/hooks'
import { Dock } from '../panels/Dock'
import { Inspector } from '../panels/inspector/Inspector'
import { Palette } from '../panels/palette/Palette'
import { cx, IconButton } from '../ui/controls'
import { Icon } from '../ui/glyphs'
import { Toaster } from '../ui/Toaster'
import { isTyping } from '../ui/typing'
import { DockHandle } from './DockHandle'
import s from './frame.module.css'
import { Header } from './Header'
import { openDrawer, togglePane, usePanes, useWidth } from './panes'
import { StatusBar } from './StatusBar'

export function Frame() {
  const width = useWidth()
  const { dock, dockHeight, palette, inspector, drawer } = usePanes()
  const { undo, redo } = useDocument()

  useEffect(() => {
    const keys = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey) return
      const key = event.key.toLowerCase()
      if (key === 'k') {
        event.preventDefault()
        return goTo()
      }
      if (isTyping(event.target)) return
      if (key === 'z') (event.shiftKey ? redo : undo)()
      else if (key === 'y') redo()
      else return
      event.preventDefault()
    }
    addEventListener('keydown', keys)
    return () => removeEventListener('keydown', keys)
  }, [undo, redo])

  // What is carried out of a drawer needs the canvas it covers.
  useEffect(() => useCarry.subscribe(({ item }) => item && openDrawer(null)), [])

  const showProblems = () => {
    usePanes.setState({ dock: true })
    requestAnimationFrame(() => document.getElementById('tab-problems')?.click())
  }
  const wide = width === 'wide'
  const left = wide ? palette : drawer === 'palette'
  const right = wide ? inspector : drawer === 'inspector'
  return (
    <div className={s.frame} data-width={width} data-left={wide && left} data-right={wide && right}>
      <Header />
      {left && (
        <aside className={cx(s.left, !wide && s.drawer)} aria-label="Layers">
          <Palette />
        </aside>
      )}
      <main className={s.middle}>
        <Lost />
        <section className={s.canvas} aria-label="Canvas">
          {width === 'phone' ? <Outline /> : <Canvas />}
          {wide && (
            <div className={s.panes}>
              <PaneButton pane="palette" label="layers" icon="panelLeft" open={palette} />
              <PaneButton pane="dock" label="lab bench" icon="panelBottom" open={dock} />
              <PaneButton pane="inspector" label="settings" icon="panelRight" open={inspector} />
            </div>
          )}
        </section>
        {dock && (
          <div className={s.dock} style={{ height: dockHeight }}>
            <DockHandle />
            <Dock />
            {!wide && <PaneButton pane="dock" label="lab bench" icon="down" open className={s.fold} />}
          </div>
        )}
        {!wide && !dock && (
          <PaneButton pane="dock" label="lab bench" icon="up" open={false} className={s.unfold} />
        )}
      </main>
      {right && (
        <aside className={cx(s.right, !wide && s.drawer)} aria-label="Settings">
          <Inspector />
        </aside>
      )}
      {!wide && drawer && (
        <button type="button" className={s.veil} aria-label="Close" onClick={() => openDrawer(null)} />
      )}
      <StatusBar onProblems={showProblems} />
      <Toaster />
    </div>
  )
}

interface PaneButtonProps {
  pane: 'palette' | 'dock' | 'inspector'
  label: string
  icon: 'panelLeft' | 'panelBottom' | 'panelRight' | 'up' | 'down'
  open: boolean
  className?: string | undefined
}

function PaneButton({ pane, label, icon, open, className }: PaneButtonProps) {
  return (
    <IconButton
      small
      label={`${open ? 'Hide' : 'Show'} ${label}`}
      aria-pressed={open}
      className={className ?? ''}
      onClick={() => togglePane(pane)}
    >
      <Icon name={icon} />
    </IconButton>
  )
}

function Lost() {
  const online = useSync((sync) => sync.online)
  if (online) return null
  return (
    <div className={s.lost} role="alert">
      The server does not answer. Go on drawing: your edits are kept here and saved as soon as it is back.
    </div>
  )
}
