// The window in which an owner lets others in: who is here, a new link, the links there are.

import '../words/lateShare'
import { useState } from 'react'
import type { LinkMade } from '../contract'
import { useDocument } from '../document/hooks'
import { useAnswer } from '../panels/useAnswer'
import { problemsOf } from '../server/refusal'
import { useServer } from '../server/ServerContext'
import { Button } from '../ui/controls'
import { Dialog } from '../ui/Dialog'
import { say } from '../ui/toast'
import { t } from '../words/words'
import { Here } from './Here'
import { LinkRow } from './LinkRow'
import { MadeLink } from './MadeLink'
import { NewLink, type Wish } from './NewLink'
import s from './share.module.css'

export function ShareDialog({ onClose }: { onClose: () => void }) {
  const { project } = useDocument()
  const { api } = useServer()
  const [times, setTimes] = useState(0)
  const [made, setMade] = useState<LinkMade | null>(null)
  const { value, problems } = useAnswer(`links ${times}`, () => api.links(project))
  const again = () => setTimes(times + 1)

  const attempt = async (work: () => Promise<void>) => {
    try {
      await work()
      again()
    } catch (error) {
      say(problemsOf(error)[0]?.message ?? '', { tone: 'bad' })
    }
  }
  const make = (wish: Wish) => attempt(async () => setMade(await api.makeLink(project, wish)))
  const revoke = (link: string) =>
    attempt(async () => {
      await api.revokeLink(project, link)
      if (made?.link.id === link) setMade(null)
      say(t('share-revoked'))
    })

  return (
    <Dialog title={t('share-title')} onClose={onClose} className={s.dialog}>
      <div className={s.inside}>
        <Here />
        <section aria-label={t('share-new-link')}>
          <h3>{t('share-new-link')}</h3>
          {made ? <MadeLink made={made} addresses={value?.addresses ?? []} /> : <NewLink onMake={make} />}
          {made && (
            <Button kind="link" onClick={() => setMade(null)}>
              {t('share-new-link')}
            </Button>
          )}
        </section>
        <section aria-label={t('share-links')}>
          <h3>{t('share-links')}</h3>
          {value?.links.length === 0 && <p className={s.quiet}>{t('share-no-links')}</p>}
          <ul className={s.links}>
            {value?.links.map((link) => (
              <LinkRow key={link.id} link={link} onRevoke={() => revoke(link.id)} />
            ))}
          </ul>
          {problems.map((problem) => (
            <p key={problem.code} className={s.bad} role="alert">
              {problem.message}
            </p>
          ))}
        </section>
      </div>
    </Dialog>
  )
}
