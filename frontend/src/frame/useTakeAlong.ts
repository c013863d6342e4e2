// The script and a copy of the project: made by the server, with its reason where it cannot.

import { useMemo } from 'react'
import { useDocument } from '../document/hooks'
import { nameOf, saveText } from '../panels/save'
import { problemsOf } from '../server/refusal'
import { useServer } from '../server/ServerContext'
import { navigate } from '../ui/route'
import { say } from '../ui/toast'
import { t } from '../words/words'

export function useTakeAlong(): { script: () => Promise<void>; duplicate: () => Promise<void> } {
  const { project, graph } = useDocument()
  const { api } = useServer()
  return useMemo(
    () => ({
      duplicate: async () => {
        try {
          const copy = await api.duplicateProject(project)
          navigate({ project: copy.id })
          say(t('frame-is-the-copy', { name: copy.name }))
        } catch (error) {
          say(problemsOf(error)[0]?.message ?? t('frame-no-copy'), { tone: 'bad' })
        }
      },
      script: async () => {
        try {
          const { source, problems } = await api.source(project)
          if (!source) return say(problems[0]?.title ?? t('frame-no-script'), { tone: 'bad' })
          saveText(source, nameOf(graph.getState().meta.name, 'py'), 'text/x-python')
        } catch (error) {
          say(problemsOf(error)[0]?.message ?? t('frame-no-script'), { tone: 'bad' })
        }
      },
    }),
    [api, graph, project],
  )
}
