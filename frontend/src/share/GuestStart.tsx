// The start page of a guest: what is shared with them, and nothing to make.

import '../words/lateShare'
import { useAnswer } from '../panels/useAnswer'
import { useServer } from '../server/ServerContext'
import { nameOf } from '../presence/names'
import { Button, Pill } from '../ui/controls'
import { Logo } from '../ui/glyphs'
import { addressOf } from '../ui/route'
import { t } from '../words/words'
import s from './share.module.css'

export function GuestStart({ name }: { name: string }) {
  const { api } = useServer()
  const { value, problems } = useAnswer('shared', () => api.projects())
  const leave = () => void api.signOut().finally(() => location.reload())
  return (
    <main className={s.page}>
      <Logo size={34} />
      <section className={s.card}>
        <h1>{t('share-shared-title')}</h1>
        {value?.length === 0 && <p>{t('share-shared-none')}</p>}
        <ul className={s.projects}>
          {value?.map((project) => (
            <li key={project.id}>
              <a href={addressOf({ project: project.id })}>{project.name}</a>
              <small>{t('share-shared-by', { name: nameOf({ name: project.owner }) })}</small>
              <Pill>{t(`share-link-${project.may_train ? 'train' : project.part}`)}</Pill>
            </li>
          ))}
        </ul>
        {problems.map((problem) => (
          <p key={problem.code} className={s.bad} role="alert">
            {problem.message}
          </p>
        ))}
        <footer>
          <span>{name}</span>
          <Button kind="link" onClick={leave}>
            {t('share-sign-out')}
          </Button>
        </footer>
      </section>
    </main>
  )
}
