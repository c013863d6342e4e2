// What a link shall let its guests do, and for how long.

import { useId, useState } from 'react'
import type { LinkRole } from '../server/api'
import { Button, Segmented, Select } from '../ui/controls'
import { t } from '../words/words'
import s from './share.module.css'

export interface Wish {
  role: LinkRole
  may_train: boolean
  expires_in: number | null
}

const ROLES: readonly LinkRole[] = ['view', 'comment', 'edit']
const DAY = 24 * 3600
const LASTS: Record<string, number | null> = { 'for-ever': null, day: DAY, week: 7 * DAY, month: 30 * DAY }

export function NewLink({ onMake }: { onMake: (wish: Wish) => Promise<void> }) {
  const id = useId()
  const [role, setRole] = useState<LinkRole>('view')
  const [train, setTrain] = useState(false)
  const [lasts, setLasts] = useState('for-ever')
  const [busy, setBusy] = useState(false)
  const make = async () => {
    setBusy(true)
    await onMake({ role, may_train: train && role === 'edit', expires_in: LASTS[lasts] ?? null })
    setBusy(false)
  }
  return (
    <div className={s.wish}>
      <span>{t('share-may')}</span>
      <Segmented
        label={t('share-may')}
        choices={ROLES.map((value) => ({ value, label: t(`share-role-${value}`) }))}
        value={role}
        onChange={(value) => setRole(value as LinkRole)}
      />
      <p className={s.quiet}>{t(`share-role-${role}-doc`)}</p>
      {role === 'edit' && (
        <label className={s.check}>
          <input type="checkbox" checked={train} onChange={(event) => setTrain(event.target.checked)} />
          {t('share-may-train')}
        </label>
      )}
      <label htmlFor={id}>{t('share-lasts')}</label>
      <Select
        id={id}
        choices={Object.keys(LASTS).map((value) => ({ value, label: t(`share-lasts-${value}`) }))}
        value={lasts}
        onChange={setLasts}
      />
      <Button kind="primary" disabled={busy} onClick={() => void make()}>
        {t('share-make')}
      </Button>
    </div>
  )
}
