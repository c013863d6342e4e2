// The shelf of beginnings: one's own file or an empty canvas, templates, and the projects there are; a file is taken anywhere on the page.

import { useEffect, useState } from 'react'
import { useActions } from '../actions/actions'
import { useKeyText } from '../actions/bindings'
import { PageTools } from '../frame/PageTools'
import { openPalette } from '../frame/overlays'
import { useAnswer } from '../panels/useAnswer'
import { useServer } from '../server/ServerContext'
import { leaveTour, mayInvite, startTour } from '../tour/tour'
import { Button, cx, Kbd } from '../ui/controls'
import { Icon, Logo } from '../ui/glyphs'
import { Toaster } from '../ui/Toaster'
import { useFileDrop } from '../ui/useFileDrop'
import { t } from '../words/words'
import { Opening } from './Opening'
import { Projects } from './Projects'
import s from './start.module.css'
import { Templates } from './Templates'
import { useOpening } from './useOpening'
import { useProjects } from './useProjects'

/** Where the tour shows its three steps. */
const TOUR = 'digits-cnn'
const AGAIN_MS = 4000

export function StartPage() {
  const { api } = useServer()
  const [times, setTimes] = useState(0)
  const templates = useAnswer(`templates ${times}`, () => api.templates())
  const projects = useProjects(times)
  const opening = useOpening()
  const over = useFileDrop((files) => void opening.open(files))
  const lost = (!templates.value && templates.problems[0]) || (!projects.value && projects.problems[0]) || null

  useEffect(leaveTour, [])
  useEffect(() => {
    if (!lost) return
    const timer = setInterval(() => setTimes((count) => count + 1), AGAIN_MS)
    return () => clearInterval(timer)
  }, [lost])

  const tour = () => {
    startTour()
    void opening.create({ template: TOUR })
  }
  const choose = (template: string) => {
    if (projects.value?.length === 0 && mayInvite()) startTour()
    void opening.create({ template })
  }
  useActions(() => [{ id: 'settings.tour', title: 'tour-take', run: tour }], [])

  const shelf = <Templates key="templates" answer={templates} chosen={opening.chosen} onChoose={choose} />
  const own = <Projects key="projects" projects={projects} />
  return (
    <div className={cx(s.page, over && s.over)}>
      <header className={s.header}>
        <span className={s.logo}>
          <Logo size={24} />
          Layerloom
        </span>
        <GoTo />
        <PageTools />
      </header>
      <main className={cx(s.main, projects.first && s.back)}>
        <div className={s.hero}>
          <div>
            <h1>{t('start-title')}</h1>
            <p className={s.lead}>
              {t('start-lead')}{' '}
              {!projects.first && (
                <Button kind="link" className={s.invite} onClick={tour}>
                  {t('tour-invite')}
                </Button>
              )}
            </p>
          </div>
          <Opening opening={opening} />
        </div>
        {lost ? (
          <section className={s.lost} role="alert">
            <Icon name="warning" size={26} />
            <h2>{lost.title}</h2>
            <p>{lost.message}</p>
            <Button onClick={() => setTimes(times + 1)}>{t('frame-try-again')}</Button>
          </section>
        ) : projects.first ? (
          [own, shelf]
        ) : (
          [shelf, own]
        )}
      </main>
      {over && (
        <div className={s.veil}>
          <Icon name="upload" size={34} />
          <b>{t('start-let-go')}</b>
          <span>{t('start-kinds')}</span>
        </div>
      )}
      <Toaster />
    </div>
  )
}

function GoTo() {
  const keys = useKeyText('go.anything')
  return (
    <Button kind="quiet" onClick={openPalette} className={s.goTo}>
      {t('frame-go-to')} {keys && <Kbd>{keys}</Kbd>}
    </Button>
  )
}
