// The frame of a project: palette, drawing, dock, inspector, header and status bar, in three widths of window.

import { lazy, Suspense, useEffect } from 'react'
import { useCarry } from '../canvas/carry'
import { Cards } from '../cards/Cards'
import { Comparing } from '../compare/Comparing'
import { AtLevel } from '../document/AtLevel'
import { useDocument, useSync } from '../document/hooks'
import { Dock } from '../panels/Dock'
import { Inspector } from '../panels/inspector/Inspector'
import { Palette } from '../panels/palette/Palette'
import { Unfolding } from '../backbones/Unfolding'
import { Exporting } from '../exports/Exporting'
import { Pictures } from '../picture/Pictures'
import { cx, IconButton } from '../ui/controls'
import { Icon, type ToolIcon } from '../ui/glyphs'
import { fetchAllWhenIdle, late } from '../ui/late'
import { useOwn } from '../coding/own'
import { later } from '../ui/later'
import { useReadOnly } from '../ui/readOnly'
import { useTour } from '../tour/tour'
import { Toaster } from '../ui/Toaster'
import { t } from '../words/words'
import { Announcer } from './Announcer'
import { useBounds } from './bounds'
import { DockHandle } from './DockHandle'
import { focusOpened } from './drawing'
import s from './frame.module.css'
import { Header } from './Header'
import { closeOverlay, useOverlay } from './overlays'
import { openDrawer, openTab, togglePane, usePanes, useView, useWidth } from './panes'
import { rememberFocus } from './regions'
import { StatusBar } from './StatusBar'
import { useCommands } from './useCommands'
import { useFocusFollows } from './useFocusFollows'
import { useLevelFollows } from './useLevelFollows'
import { ViewSwitch } from './ViewSwitch'

const Canvas = lazy(late(() => import('../canvas/Canvas').then((part) => ({ default: part.Canvas }))))
const Outline = lazy(late(() => import('../panels/outline/Outline').then((part) => ({ default: part.Outline }))))
const Presence = later(() => import('../presence/Presence').then((part) => part.Presence))
const Following = later(() => import('../presence/Following').then((part) => part.Following))
const ShareDialog = later(() => import('../share/ShareDialog').then((part) => part.ShareDialog))
const Comments = later(() => import('../comments/Comments').then((part) => part.Comments))
const OwnDialog = later(() => import('../coding/OwnDialog').then((part) => part.OwnDialog))
const Tour = later(() => import('../tour/Tour').then((part) => part.Tour))
const ProjectPalette = later(() => import('./palette/ProjectPalette').then((part) => part.ProjectPalette))

export function Frame() {
  const width = useWidth()
  const view = useView()
  const { dock, dockHeight, palette, inspector, drawer } = usePanes()
  const overlay = useOverlay(({ overlay }) => overlay?.type)
  const { project } = useDocument()
  const own = useOwn(({ opened }) => opened)
  const tour = useTour(({ on }) => on)
  const company = useSync((sync) => sync.company)
  const draws = !useReadOnly()
  useCommands()
  useBounds()
  useLevelFollows()
  useFocusFollows()
  useEffect(rememberFocus, [])
  useEffect(focusOpened, [])
  useEffect(fetchAllWhenIdle, [])

  // What is carried out of a drawer needs the canvas it covers.
  useEffect(() => useCarry.subscribe(({ item }) => item && openDrawer(null)), [])

  const wide = width === 'wide'
  const left = draws && (wide ? palette : drawer === 'palette')
  const right = wide ? inspector : drawer === 'inspector'
  return (
    <div className={s.frame} data-width={width} data-left={wide && left} data-right={wide && right}>
      <Header />
      {left && (
        <aside className={cx(s.left, !wide && s.drawer)} aria-label={t('frame-layers')} data-region="palette">
          <h2 className="visually-hidden">{t('frame-layers')}</h2>
          <AtLevel>
            <Palette />
          </AtLevel>
        </aside>
      )}
      <main className={s.middle}>
        <Lost />
        <section className={s.canvas} aria-label={t('frame-canvas')} data-region="drawing">
          {company && <Following />}
          <Suspense fallback={null}>
            {view === 'outline' ? (
              <Outline />
            ) : (
              <AtLevel anew>
                <Canvas />
              </AtLevel>
            )}
          </Suspense>
          <div className={s.panes}>
            <ViewSwitch view={view} />
            {wide && (
              <>
                {draws && <PaneButton pane="palette" icon="panelLeft" open={palette} />}
                <PaneButton pane="dock" icon="panelBottom" open={dock} />
                <PaneButton pane="inspector" icon="panelRight" open={inspector} />
              </>
            )}
          </div>
        </section>
        {dock && (
          <div className={s.dock} style={{ height: dockHeight }} data-region="bench">
            <DockHandle />
            <Dock />
            {!wide && <PaneButton pane="dock" icon="down" open className={s.fold} />}
          </div>
        )}
        {!wide && !dock && <PaneButton pane="dock" icon="up" open={false} className={s.unfold} />}
      </main>
      {right && (
        <aside className={cx(s.right, !wide && s.drawer)} aria-label={t('frame-inspector')} data-region="inspector">
          <h2 className="visually-hidden">{t('frame-inspector')}</h2>
          <AtLevel>
            <Inspector />
          </AtLevel>
        </aside>
      )}
      {!wide && drawer && (
        <button type="button" className={s.veil} aria-label={t('ui-close')} onClick={() => openDrawer(null)} />
      )}
      <StatusBar onProblems={() => openTab('problems')} />
      {overlay === 'palette' && (
        <AtLevel>
          <ProjectPalette onClose={closeOverlay} />
        </AtLevel>
      )}
      {own?.project === project && (
        <AtLevel>
          <OwnDialog key={own.id} opened={own} />
        </AtLevel>
      )}
      {overlay === 'share' && <ShareDialog onClose={closeOverlay} />}
      {company && <Presence />}
      <Comments />
      <Comparing />
      <Pictures />
      <Exporting />
      <Unfolding />
      <Cards />
      {tour && <Tour />}
      <Announcer />
      <Toaster />
    </div>
  )
}

interface PaneButtonProps {
  pane: 'palette' | 'dock' | 'inspector'
  icon: ToolIcon
  open: boolean
  className?: string | undefined
}

function PaneButton({ pane, icon, open, className }: PaneButtonProps) {
  return (
    <IconButton
      small
      label={t(`frame-${open ? 'hide' : 'show'}-${pane}`)}
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
      {t('frame-lost')}
    </div>
  )
}
