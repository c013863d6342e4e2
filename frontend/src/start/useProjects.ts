// The list of projects: asked for, asked again after each change and while one of them trains; and what may be done to one.

import { useEffect, useState } from 'react'
import { ENDED } from '../contract'
import { useAnswer } from '../panels/useAnswer'
import type { Project } from '../server/api'
import { problemsOf } from '../server/refusal'
import { useServer } from '../server/ServerContext'
import { say } from '../ui/toast'
import { t } from '../words/words'

const TRAINING_MS = 4000
const KNOWN = 'layerloom.projects'

export function useProjects(times: number) {
  const { api } = useServer()
  const [changes, setChanges] = useState(0)
  const { value, problems } = useAnswer(`projects ${times} ${changes}`, () => api.projects())
  const [before] = useState(() => localStorage.getItem(KNOWN) !== null)
  const again = () => setChanges((count) => count + 1)

  const training = value?.some(({ last_run }) => last_run && !ENDED.includes(last_run.state)) ?? false
  useEffect(() => {
    if (!training) return
    const timer = setInterval(() => document.hidden || again(), TRAINING_MS)
    return () => clearInterval(timer)
  }, [training])
  useEffect(() => {
    if (!value) return
    if (value.length > 0) localStorage.setItem(KNOWN, '1')
    else localStorage.removeItem(KNOWN)
  }, [value])

  const edit = (work: Promise<unknown>, done?: () => void) =>
    work
      .then(done, (error: unknown) => say(problemsOf(error)[0]?.message ?? '', { tone: 'bad' }))
      .finally(again)
  return {
    value,
    problems,
    /** Whoever has projects finds them above the templates, also before the list is here. */
    first: value ? value.length > 0 : before,
    rename: (project: Project, name: string) => void edit(api.renameProject(project.id, name)),
    duplicate: (project: Project) => void edit(api.duplicateProject(project.id)),
    remove: (project: Project) =>
      void edit(api.deleteProject(project.id), () =>
        say(t('start-deleted', { name: project.name }), {
          action: { label: t('frame-undo'), run: () => void edit(api.restoreProject(project.id)) },
        }),
      ),
  }
}
