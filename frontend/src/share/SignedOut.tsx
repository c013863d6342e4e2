// Nobody is signed in here, or no longer: how to get in.

import '../words/lateShare'
import { Button } from '../ui/controls'
import { Logo } from '../ui/glyphs'
import { Said } from '../ui/Said'
import { t } from '../words/words'
import { wasGuest } from './guest'
import s from './share.module.css'

export function SignedOut() {
  const guest = wasGuest()
  return (
    <main className={s.page}>
      <Logo size={34} />
      <section className={s.card}>
        <h1>{t(guest ? 'share-out-guest-title' : 'share-out-title')}</h1>
        {!guest && (
          <p>
            <Said id="share-out-how" />
          </p>
        )}
        <p>{t(guest ? 'share-out-guest' : 'share-out-link')}</p>
        <Button onClick={() => location.reload()}>{t('share-again')}</Button>
      </section>
    </main>
  )
}
