// The settings of this browser: how the page looks, and every key.

import { useState } from 'react'
import { Tabs } from '../../ui/controls'
import { Dialog } from '../../ui/Dialog'
import { useLocale } from '../../words/locale'
import { t } from '../../words/words'
import type { SettingsTab } from '../overlays'
import { LooksTab } from './LooksTab'
import s from './settings.module.css'
import { Shortcuts } from './Shortcuts'

export function SettingsDialog({ tab: first, onClose }: { tab: SettingsTab; onClose: () => void }) {
  const [tab, setTab] = useState<string>(first)
  useLocale() // said anew in the language that was chosen here
  const tabs = [
    { id: 'looks', label: t('frame-looks') },
    { id: 'keys', label: t('frame-shortcuts') },
  ]
  return (
    <Dialog title={t('frame-settings')} onClose={onClose} className={s.dialog}>
      <Tabs label={t('frame-settings')} tabs={tabs} value={tab} onChange={setTab} />
      <div className={s.panel} role="tabpanel" id={`panel-${tab}`} aria-labelledby={`tab-${tab}`}>
        {tab === 'keys' ? <Shortcuts /> : <LooksTab />}
      </div>
    </Dialog>
  )
}
