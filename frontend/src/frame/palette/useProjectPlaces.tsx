// The other projects, asked for when the palette opens.

import { useMemo } from 'react'
import type { Place } from '../../actions/palette/places'
import { useAnswer } from '../../panels/useAnswer'
import { useServer } from '../../server/ServerContext'
import { Icon } from '../../ui/glyphs'
import { navigate } from '../../ui/route'
import { t } from '../../words/words'

export function useProjectPlaces(here: string | null): Place[] {
  const { api } = useServer()
  const { value } = useAnswer('projects for the palette', () => api.projects())
  return useMemo(
    () =>
      [...(value ?? [])]
        .sort((a, b) => b.updated_at - a.updated_at)
        .filter((project) => project.id !== here)
        .map((project) => ({
          id: `project ${project.id}`,
          title: project.name,
          kind: t('frame-projects'),
          icon: <Icon name="layout" />,
          run: () => navigate({ project: project.id }),
        })),
    [value, here],
  )
}
