// Top of a project: where we are, whether it is saved, undo and redo, export, Train.

import { useDocument, useHistory } from '../document/hooks'
import { RunButtons } from '../panels/runs/RunButtons'
import { goTo } from '../canvas/goTo'
import { Button, IconButton, Kbd } from '../ui/controls'
import { Icon, Logo } from '../ui/glyphs'
import { addressOf } from '../ui/route'
import { useTheme } from '../ui/theme'
import { ExportMenu } from './ExportMenu'
import s from './frame.module.css'
import { openDrawer, usePanes, useWidth, type Drawer } from './panes'
import { ProjectName } from './ProjectName'
import { SavedState } from './SavedState'

export function Header() {
  const width = useWidth()
  return (
    <header className={s.header}>
      <button type="button" className={s.skip} onClick={toDrawing}>
        Skip to the drawing
      </button>
      {width !== 'wide' && <DrawerButton drawer="palette" label="Layers" icon="menu" />}
      <a className={s.logo} href={addressOf({})} aria-label="Layerloom, all projects">
        <Logo />
        {width !== 'phone' && 'Layerloom'}
      </a>
      <ProjectName />
      <SavedState />
      <span className={s.space} />
      <UndoRedo />
      {width === 'wide' && <GoTo />}
      {width !== 'phone' && <ThemeButton />}
      {width !== 'phone' && <ExportMenu />}
      <RunButtons />
      {width !== 'wide' && <DrawerButton drawer="inspector" label="Settings" icon="panelRight" />}
    </header>
  )
}

/** Past the palette's many buttons, to the first node or the first row of the outline. */
function toDrawing() {
  const canvas = document.querySelector<HTMLElement>('[aria-label="Canvas"]')
  const first = canvas?.querySelector<HTMLElement>('.react-flow__node') ?? canvas?.querySelector<HTMLElement>('button')
  first?.focus()
}

function UndoRedo() {
  const { undo, redo } = useDocument()
  const canUndo = useHistory((history) => history.canUndo)
  const canRedo = useHistory((history) => history.canRedo)
  return (
    <span className={s.pair}>
      <IconButton label="Undo" keys="Ctrl Z" disabled={!canUndo} onClick={undo}>
        <Icon name="undo" />
      </IconButton>
      <IconButton label="Redo" keys="Ctrl Shift Z" disabled={!canRedo} onClick={redo}>
        <Icon name="redo" />
      </IconButton>
    </span>
  )
}

function GoTo() {
  return (
    <Button kind="quiet" onClick={goTo} aria-keyshortcuts="Control+K">
      Go to… <Kbd>Ctrl K</Kbd>
    </Button>
  )
}

function ThemeButton() {
  const { theme, toggle } = useTheme()
  return (
    <IconButton label={theme === 'dark' ? 'Light colours' : 'Dark colours'} onClick={toggle}>
      <Icon name={theme === 'dark' ? 'sun' : 'moon'} />
    </IconButton>
  )
}

function DrawerButton({ drawer, label, icon }: { drawer: Drawer; label: string; icon: 'menu' | 'panelRight' }) {
  const open = usePanes((panes) => panes.drawer === drawer)
  return (
    <IconButton label={label} aria-expanded={open} onClick={() => openDrawer(open ? null : drawer)}>
      <Icon name={icon} />
    </IconButton>
  )
}
