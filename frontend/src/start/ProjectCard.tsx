// A project as a card: its miniature, what became of its last run, when it was changed; renamed, duplicated, saved, deleted with a way back.

import '../words/lateShare'
import { useState } from 'react'
import { bestOf } from '../panels/runs/best'
import { StatePill } from '../panels/runs/StatePill'
import { useNow } from '../panels/useNow'
import { nameOf } from '../presence/names'
import { ago } from '../run/words'
import { type Project, urls } from '../server/api'
import { Input, Pill } from '../ui/controls'
import { Icon } from '../ui/glyphs'
import { Menu } from '../ui/Menu'
import { addressOf } from '../ui/route'
import { reasonOf } from '../words/said'
import { t } from '../words/words'
import { Miniature } from './Miniature'
import s from './start.module.css'
import type { useProjects } from './useProjects'

interface ProjectCardProps {
  project: Project
  projects: ReturnType<typeof useProjects>
}

export function ProjectCard({ project, projects }: ProjectCardProps) {
  const [renaming, setRenaming] = useState(false)
  const now = useNow(30_000)
  const own = project.part === 'owner'
  const rename = (name: string) => {
    setRenaming(false)
    if (name.trim() && name.trim() !== project.name) projects.rename(project, name.trim())
  }
  return (
    <li className={s.project}>
      <span className={s.picture}>
        {project.thumbnail.nodes.length > 0 ? (
          <Miniature thumbnail={project.thumbnail} width={224} height={84} />
        ) : (
          <small>{t('start-no-layers')}</small>
        )}
      </span>
      <div className={s.about}>
        {renaming ? (
          <Rename name={project.name} onKeep={rename} onDrop={() => setRenaming(false)} />
        ) : (
          <a className={s.name} href={addressOf({ project: project.id })} title={project.name}>
            {project.name}
          </a>
        )}
        <span className={s.result}>
          <LastRun project={project} />
        </span>
        <span className={s.when}>
          {!own && <Pill>{t('share-shared-by', { name: nameOf({ name: project.owner }) })}</Pill>}
          <time dateTime={new Date(project.updated_at * 1000).toISOString()}>{ago(project.updated_at, now)}</time>
        </span>
      </div>
      <span className={s.more}>
        <Menu
          label={<Icon name="more" />}
          name={t('start-more', { name: project.name })}
          kind="quiet"
          icon
          items={[
            ...(own ? [{ label: t('start-rename'), onChoose: () => setRenaming(true) }] : []),
            { label: t('start-duplicate'), onChoose: () => projects.duplicate(project) },
            { label: t('start-save'), hint: '.json', href: urls.projectExport(project.id) },
            ...(own ? [{ label: t('start-delete'), danger: true, onChoose: () => projects.remove(project) }] : []),
          ]}
        />
      </span>
    </li>
  )
}

function LastRun({ project: { last_run: run } }: { project: Project }) {
  if (!run) return t('start-untrained')
  const best = bestOf(run)
  if (run.state === 'succeeded' && best) return <span title={t('start-best', { best })}>{best}</span>
  return <StatePill state={run.state} reason={reasonOf(run)} />
}

function Rename({ name, onKeep, onDrop }: { name: string; onKeep: (name: string) => void; onDrop: () => void }) {
  const [draft, setDraft] = useState(name)
  return (
    <Input
      autoFocus
      aria-label={t('start-new-name')}
      value={draft}
      maxLength={200}
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
