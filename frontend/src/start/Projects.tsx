// The projects there are, newest change first: opened, renamed, duplicated, saved as JSON, deleted with a way back.

import { useState } from 'react'
import { StatePill } from '../panels/runs/StatePill'
import { bestOf } from '../panels/runs/best'
import { useAnswer } from '../panels/useAnswer'
import { useNow } from '../panels/useNow'
import { ago } from '../run/words'
import { type Project, urls } from '../server/api'
import { problemsOf } from '../server/refusal'
import { useServer } from '../server/ServerContext'
import { Button, Input } from '../ui/controls'
import { Menu } from '../ui/Menu'
import { addressOf } from '../ui/route'
import { say } from '../ui/toast'
import { Miniature } from './Miniature'
import s from './start.module.css'

const FEW = 6

export function Projects() {
  const { api } = useServer()
  const [changes, setChanges] = useState(0)
  const [all, setAll] = useState(false)
  const [renaming, setRenaming] = useState<string | null>(null)
  const { value, problems } = useAnswer(`projects ${changes}`, () => api.projects())
  const now = useNow(30_000)
  const projects = [...(value ?? [])].sort((a, b) => b.updated_at - a.updated_at)

  const edit = (work: Promise<unknown>, done?: () => void) =>
    work
      .then(() => {
        setChanges((count) => count + 1)
        done?.()
      })
      .catch((error: unknown) => say(problemsOf(error)[0]?.message ?? '', { tone: 'bad' }))
  const remove = (project: Project) =>
    edit(api.deleteProject(project.id), () =>
      say(`“${project.name}” is deleted.`, {
        action: { label: 'Undo', run: () => void edit(api.restoreProject(project.id)) },
      }),
    )
  const rename = (project: Project, name: string) => {
    setRenaming(null)
    if (name.trim() && name !== project.name) void edit(api.renameProject(project.id, name.trim()))
  }
  if (problems[0] && !value)
    return (
      <p className={s.problem} role="alert">
        <b>{problems[0].title}</b> {problems[0].message}
      </p>
    )
  if (projects.length === 0) return null
  return (
    <section aria-labelledby="projects">
      <h2 id="projects" className={s.heading}>
        Recent
        {projects.length > FEW && (
          <Button kind="link" onClick={() => setAll(!all)} aria-expanded={all}>
            {all ? 'Fewer' : `All ${projects.length} projects`}
          </Button>
        )}
      </h2>
      <ul className={s.list}>
        {projects.slice(0, all ? undefined : FEW).map((project) => (
          <li key={project.id} className={s.row}>
            <span className={s.thumb}>
              <Miniature thumbnail={project.thumbnail} width={56} height={40} />
            </span>
            {renaming === project.id ? (
              <Rename name={project.name} onKeep={(name) => rename(project, name)} onDrop={() => setRenaming(null)} />
            ) : (
              <a className={s.name} href={addressOf({ project: project.id })}>
                {project.name}
              </a>
            )}
            <LastRun project={project} />
            <time className={s.when} dateTime={new Date(project.updated_at * 1000).toISOString()}>
              {ago(project.updated_at, now)}
            </time>
            <Menu
              label="⋯"
              name={`More for ${project.name}`}
              kind="quiet"
              items={[
                { label: 'Rename', onChoose: () => setRenaming(project.id) },
                { label: 'Duplicate', onChoose: () => void edit(api.duplicateProject(project.id)) },
                { label: 'Save graph', hint: '.json', href: urls.projectExport(project.id) },
                { label: 'Delete', danger: true, onChoose: () => void remove(project) },
              ]}
            />
          </li>
        ))}
      </ul>
    </section>
  )
}

function LastRun({ project }: { project: Project }) {
  const run = project.last_run
  if (!run) return <span className={s.result}>not trained yet</span>
  const best = bestOf(run)
  return (
    <span className={s.result} title={run.reason || undefined}>
      {best && run.state === 'succeeded' ? `best ${best}` : <StatePill state={run.state} />}
      {best && run.state !== 'succeeded' && ` ${best}`}
    </span>
  )
}

function Rename({ name, onKeep, onDrop }: { name: string; onKeep: (name: string) => void; onDrop: () => void }) {
  const [draft, setDraft] = useState(name)
  return (
    <Input
      autoFocus
      aria-label="New name"
      value={draft}
      maxLength={255}
      onFocus={(event) => event.target.select()}
      onChange={(event) => setDraft(event.target.value)}
      onBlur={() => onKeep(draft)}
      onKeyDown={(event) => {
        if (event.key === 'Enter') onKeep(draft)
        if (event.key === 'Escape') onDrop()
      }}
    />
  )
}
