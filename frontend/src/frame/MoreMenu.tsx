// Where the header has no room: everything else that it holds on a wide window.

import { run } from '../actions/actions'
import { useDocument, useHistory, useMay } from '../document/hooks'
import { Icon } from '../ui/glyphs'
import { Menu, type MenuItem } from '../ui/Menu'
import { navigate } from '../ui/route'
import { useTheme } from '../ui/theme'
import { startTour } from '../tour/tour'
import { t } from '../words/words'
import { openPalette, openSettings, openShare } from './overlays'
import { useWidth } from './panes'
import { useTakeAlongItems } from './useTakeAlongItems'

export function MoreMenu() {
  const phone = useWidth() === 'phone'
  const { redo } = useDocument()
  const canRedo = useHistory((history) => history.canRedo)
  const may = useMay()
  const { theme, toggle } = useTheme()
  const along = useTakeAlongItems()
  const items: MenuItem[] = [
    { label: t('frame-go-to'), onChoose: openPalette },
    ...(phone && may.draw ? [{ label: t('frame-redo'), disabled: !canRedo, onChoose: redo }] : []),
    ...(may.draw ? [{ label: t('frame-rename-project'), onChoose: () => run('go.name') }] : []),
    ...(may.own ? [{ label: t('share-action'), onChoose: openShare }] : []),
    { heading: t('frame-export') },
    ...along,
    { heading: t('frame-page') },
    { label: t(theme === 'dark' ? 'frame-light' : 'frame-dark'), onChoose: toggle },
    { label: t('tour-take'), onChoose: startTour },
    { label: t('frame-settings'), onChoose: () => openSettings() },
    { label: t('frame-all-projects'), onChoose: () => navigate({}) },
  ]
  return <Menu label={<Icon name="more" />} name={t('frame-more')} kind="quiet" icon items={items} />
}
