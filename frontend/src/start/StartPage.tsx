// The shelf of beginnings: templates as miniatures, one place to drop a file, and the projects there are.

import { type DragEvent, useState } from 'react'
import { useAnswer } from '../panels/useAnswer'
import { type Beginning } from '../server/api'
import type { Problem } from '../contract'
import { problemsOf } from '../server/refusal'
import { useServer } from '../server/ServerContext'
import { cx, IconButton } from '../ui/controls'
import { Icon, Logo } from '../ui/glyphs'
import { navigate } from '../ui/route'
import { useTheme } from '../ui/theme'
import { Toaster } from '../ui/Toaster'
import { beginWith } from './beginning'
import { DropRow } from './DropRow'
import { Projects } from './Projects'
import s from './start.module.css'
import { Templates } from './Templates'

export function StartPage() {
  const { api } = useServer()
  const templates = useAnswer('templates', () => api.templates())
  const [busy, setBusy] = useState<{ words: string; part: number | null } | null>(null)
  const [problems, setProblems] = useState<readonly Problem[]>([])
  const [over, setOver] = useState(false)

  const begin = async (words: string, work: () => Promise<{ id: string }>) => {
    setBusy({ words, part: null })
    setProblems([])
    try {
      navigate({ project: (await work()).id })
    } catch (error) {
      setProblems(problemsOf(error))
    } finally {
      setBusy(null)
    }
  }
  const create = (beginning: Beginning) => void begin('Making the project', () => api.createProject(beginning))
  const open = (file: File | undefined) => {
    if (file) void begin(`Opening ${file.name}`, () => beginWith(file, api, (words, part) => setBusy({ words, part })))
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    open(event.dataTransfer.files[0])
  }
  return (
    <div
      className={cx(s.page, over && s.over)}
      role="presentation"
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={(event) => event.currentTarget === event.target && setOver(false)}
      onDrop={drop}
    >
      <header className={s.header}>
        <span className={s.logo}>
          <Logo />
          Layerloom
        </span>
        <ThemeButton />
      </header>
      <main className={s.main}>
        <h1>Draw a network. Watch it learn.</h1>
        <p className={s.lead}>Pick a start, change anything, press Train. The Keras code is yours.</p>
        <Templates answer={templates} disabled={busy !== null} onChoose={(template) => create({ template })} />
        <DropRow busy={busy} over={over} onFile={open} onEmpty={() => create({})} />
        {[...problems, ...templates.problems].map((problem) => (
          <section key={problem.code} className={s.problem} role="alert">
            <b>{problem.title}</b> {problem.message}
          </section>
        ))}
        <Projects />
      </main>
      <Toaster />
    </div>
  )
}

function ThemeButton() {
  const { theme, toggle } = useTheme()
  return (
    <IconButton label={theme === 'dark' ? 'Light colours' : 'Dark colours'} onClick={toggle}>
      <Icon name={theme === 'dark' ? 'sun' : 'moon'} />
    </IconButton>
  )
}
