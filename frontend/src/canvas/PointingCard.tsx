// Asked once, when the wheel is first turned: mouse or trackpad?

import { Button, IconButton } from '../ui/controls'
import { Icon } from '../ui/glyphs'
import '../words/latePointing'
import { t } from '../words/words'
import s from './pointing.module.css'
import { pointWith, type Device } from './pointing'

const DEVICES: readonly Device[] = ['mouse', 'trackpad']

export function PointingCard() {
  return (
    <section className={s.card} aria-label={t('canvas-pointing')}>
      <header>
        <h2>{t('canvas-pointing')}</h2>
        <IconButton small label={t('canvas-pointing-close')} onClick={() => pointWith('mouse')}>
          <Icon name="close" size={12} />
        </IconButton>
      </header>
      <div className={s.choices}>
        {DEVICES.map((device) => (
          <Button key={device} className={s.choice ?? ''} onClick={() => pointWith(device)}>
            <b>{t(`canvas-pointing-${device}`)}</b>
            <span>{t(`canvas-pointing-${device}-how`)}</span>
          </Button>
        ))}
      </div>
      <p>{t('canvas-pointing-later')}</p>
    </section>
  )
}
