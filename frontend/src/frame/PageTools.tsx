// What every page has at its upper right: light or dark, help, and the settings.

import { run } from '../actions/actions'
import { useKeyText } from '../actions/bindings'
import { IconButton } from '../ui/controls'
import { Icon } from '../ui/glyphs'
import { Menu } from '../ui/Menu'
import { useTheme } from '../ui/theme'
import { t } from '../words/words'
import s from './frame.module.css'
import { openSettings } from './overlays'

export function PageTools() {
  const { theme, toggle } = useTheme()
  const dark = theme === 'dark'
  const keys = useKeyText('settings.keys')
  return (
    <span className={s.tools}>
      <Menu
        label={<Icon name="help" />}
        name={t('frame-help')}
        kind="quiet"
        icon
        items={[
          { label: t('tour-take'), onChoose: () => run('settings.tour') },
          { label: t('frame-shortcuts'), hint: keys, onChoose: () => openSettings('keys') },
        ]}
      />
      <IconButton label={t(dark ? 'frame-light' : 'frame-dark')} onClick={toggle}>
        <Icon name={dark ? 'sun' : 'moon'} />
      </IconButton>
      <IconButton label={t('frame-page-settings')} keys={useKeyText('settings.open')} onClick={() => openSettings()}>
        <Icon name="settings" />
      </IconButton>
    </span>
  )
}
