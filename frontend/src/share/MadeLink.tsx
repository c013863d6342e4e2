// A link that was just made: its address, seen this once, and how far it reaches.

import type { LinkMade } from '../contract'
import { CopyButton } from '../panels/CopyButton'
import { Input } from '../ui/controls'
import { addressOf } from '../ui/route'
import { Said } from '../ui/Said'
import { t } from '../words/words'
import s from './share.module.css'

const LOCAL = /^(localhost|127\.|\[::1\])/

export function MadeLink({ made, addresses }: { made: LinkMade; addresses: readonly string[] }) {
  // A page that was opened on the server's own machine knows itself by an address that leads nowhere elsewhere.
  const origin = LOCAL.test(location.host) ? (addresses[0] ?? location.origin) : location.origin
  const address = `${origin}/${addressOf({ join: made.secret })}`
  return (
    <div className={s.made}>
      <p>{t('share-made')}</p>
      <div className={s.address}>
        <Input
          readOnly
          autoFocus
          value={address}
          aria-label={t('share-address')}
          onFocus={(event) => event.target.select()}
        />
        <CopyButton text={() => address} label={t('share-copy')} />
      </div>
      {LOCAL.test(new URL(address).host) && (
        <p className={s.quiet}>
          <Said id="share-this-machine" />
        </p>
      )}
    </div>
  )
}
