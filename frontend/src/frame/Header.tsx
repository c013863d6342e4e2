// Top of a project: where we are, whether it is saved, undo and redo, everything to go to, export, Train.

import { useKeyText } from '../actions/bindings'
import { useDocument, useHistory, useMay } from '../document/hooks'
import { RunButtons } from '../panels/runs/RunButtons'
import { Button, IconButton, Kbd } from '../ui/controls'
import { Icon, Logo } from '../ui/glyphs'
import { addressOf } from '../ui/route'
import { t } from '../words/words'
import { Company } from './Company'
import { focusDrawing } from './drawing'
import { ExportMenu } from './ExportMenu'
import s from './frame.module.css'
import { MoreMenu } from './MoreMenu'
import { openPalette } from './overlays'
import { PageTools } from './PageTools'
import { openDrawer, usePanes, useWidth, type Drawer } from './panes'
import { ProjectName } from './ProjectName'
import { SavedState } from './SavedState'

export function Header() {
  const width = useWidth()
  const { draw: draws } = useMay()
  return (
    <header className={s.header} data-region="header">
      <button type="button" className={s.skip} onClick={focusDrawing}>
        {t('frame-skip')}
      </button>
      {width !== 'wide' && draws && <DrawerButton drawer="palette" label={t('frame-layers')} icon="menu" />}
      {width !== 'phone' && (
        <a className={s.logo} href={addressOf({})} aria-label={t('frame-logo')}>
          <Logo />
          {width === 'wide' && 'Layerloom'}
        </a>
      )}
      <ProjectName />
      <SavedState />
      <span className={s.space} />
      <Company />
      {draws && <UndoRedo redo={width !== 'phone'} />}
      {width === 'wide' && (
        <>
          <GoTo />
          <PageTools />
          <ExportMenu />
        </>
      )}
      <RunButtons />
      {width !== 'wide' && (
        <>
          <MoreMenu />
          <DrawerButton drawer="inspector" label={t('frame-inspector')} icon="panelRight" />
        </>
      )}
    </header>
  )
}

function UndoRedo({ redo: both }: { redo: boolean }) {
  const { undo, redo } = useDocument()
  const canUndo = useHistory((history) => history.canUndo)
  const canRedo = useHistory((history) => history.canRedo)
  const [undoKeys, redoKeys] = [useKeyText('edit.undo'), useKeyText('edit.redo')]
  return (
    <span className={s.pair}>
      <IconButton label={t('frame-undo')} keys={undoKeys} disabled={!canUndo} onClick={undo}>
        <Icon name="undo" />
      </IconButton>
      {both && (
        <IconButton label={t('frame-redo')} keys={redoKeys} disabled={!canRedo} onClick={redo}>
          <Icon name="redo" />
        </IconButton>
      )}
    </span>
  )
}

function GoTo() {
  const keys = useKeyText('go.anything')
  return (
    <Button kind="quiet" onClick={openPalette}>
      {t('frame-go-to')} {keys && <Kbd>{keys}</Kbd>}
    </Button>
  )
}

function DrawerButton({ drawer, label, icon }: { drawer: Drawer; label: string; icon: 'menu' | 'panelRight' }) {
  const open = usePanes((panes) => panes.drawer === drawer)
  return (
    <IconButton
      label={label}
      aria-expanded={open}
      data-opens={drawer}
      onClick={() => openDrawer(open ? null : drawer)}
    >
      <Icon name={icon} />
    </IconButton>
  )
}
