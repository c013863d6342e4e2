// What every page has: the windows over it, fetched when they are first opened, what is read out, and the actions that need no project.

import { useEffect } from 'react'
import { useActions } from '../actions/actions'
import { pasteCode, useImporting } from '../imports/importing'
import { later } from '../ui/later'
import { navigate } from '../ui/route'
import { chooseLooks, useTheme } from '../ui/theme'
import { useLocale } from '../words/locale'
import { closeOverlay, openPalette, openSettings, useOverlay } from './overlays'
import { Said } from './Said'

const StartPalette = later(() => import('./palette/StartPalette').then((part) => part.StartPalette))
const ImportDialog = later(() => import('../imports/ImportDialog').then((part) => part.ImportDialog))
const SettingsDialog = later(() => import('./settings/SettingsDialog').then((part) => part.SettingsDialog))

/** A guest opens nothing of their own. */
const isNoGuest = () => localStorage.getItem('layerloom.guest') !== 'yes'

export function Overlays({ project }: { project: string | null }) {
  const { overlay } = useOverlay()
  const brought = useImporting((state) => state.brought)
  useLocale()
  useEffect(() => {
    // A file on its way over the page is here in a moment.
    addEventListener('dragenter', ImportDialog.prepare, { once: true, passive: true })
    return () => removeEventListener('dragenter', ImportDialog.prepare)
  }, [])
  useActions(
    () => [
      { id: 'go.anything', title: 'actions-anything', keys: ['Mod+K'], typing: true, unlisted: true, run: openPalette },
      { id: 'settings.open', title: 'frame-settings', keys: ['Mod+,'], typing: true, run: () => openSettings() },
      { id: 'settings.keys', title: 'frame-shortcuts', keys: ['?', 'Mod+/'], run: () => openSettings('keys') },
      { id: 'settings.theme', title: 'frame-switch-colours', run: useTheme.getState().toggle },
      {
        id: 'settings.contrast',
        title: 'frame-switch-contrast',
        run: () => chooseLooks({ contrast: useTheme.getState().contrast ? 'normal' : 'more' }),
      },
      {
        id: 'settings.motion',
        title: 'frame-switch-motion',
        run: () => chooseLooks({ motion: useTheme.getState().still ? 'full' : 'less' }),
      },
      { id: 'project.paste-code', title: 'frame-paste-code', when: isNoGuest, run: pasteCode },
      { id: 'go.projects', title: 'frame-all-projects', when: () => location.hash.length > 2, run: () => navigate({}) },
    ],
    [],
  )
  return (
    <>
      {overlay?.type === 'palette' && !project && <StartPalette onClose={closeOverlay} />}
      {overlay?.type === 'settings' && <SettingsDialog tab={overlay.tab} onClose={closeOverlay} />}
      {brought && <ImportDialog brought={brought} />}
      <Said />
    </>
  )
}
