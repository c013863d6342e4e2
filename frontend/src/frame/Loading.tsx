// Before a project is there: its outline; when it cannot be opened: why, and the way back.

import type { Problem } from '../contract'
import { Button, Skeleton } from '../ui/controls'
import { Logo } from '../ui/glyphs'
import { navigate } from '../ui/route'
import { t } from '../words/words'
import s from './frame.module.css'

export function Loading() {
  return (
    <div className={s.loading} role="status" aria-label={t('frame-opening-project')}>
      <div className={s.header}>
        <span className={s.logo}>
          <Logo />
          Layerloom
        </span>
        <Skeleton width={160} />
      </div>
      <div className={s.loadingBody}>
        <div className={s.loadingSide}>
          {Array.from({ length: 9 }, (_, at) => (
            <Skeleton key={at} height={18} width={`${60 + ((at * 37) % 40)}%`} />
          ))}
        </div>
        <div className={s.loadingCanvas}>
          {Array.from({ length: 4 }, (_, at) => (
            <Skeleton key={at} width={226} height={54} />
          ))}
        </div>
        <div className={s.loadingSide}>
          {Array.from({ length: 6 }, (_, at) => (
            <Skeleton key={at} height={28} />
          ))}
        </div>
      </div>
    </div>
  )
}

export function Unopened({ problems }: { problems: readonly Problem[] }) {
  return (
    <main className={s.unopened}>
      <Logo size={34} />
      {problems.map((problem) => (
        <section key={problem.code}>
          <h1>{problem.title}</h1>
          <p>{problem.message}</p>
          {problem.evidence && <code>{problem.evidence}</code>}
        </section>
      ))}
      <div>
        <Button kind="primary" onClick={() => location.reload()}>
          {t('frame-try-again')}
        </Button>
        <Button onClick={() => navigate({})}>{t('frame-all-projects')}</Button>
      </div>
    </main>
  )
}
