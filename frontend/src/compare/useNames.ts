// Everything a graph can be compared with, under the names a person knows: runs, saved versions, other projects, templates.

import type { Version } from '../contract'
import { said } from '../catalog/datasets'
import { useDocument } from '../document/hooks'
import { useAnswer } from '../panels/useAnswer'
import { useVersions } from '../panels/versions'
import { useServer } from '../server/ServerContext'
import { t } from '../words/words'
import { droppedFile, textOf, type Ref } from './refs'

export interface Names {
  groups: { title: string; refs: { ref: Ref; name: string }[] }[]
  nameOf: (ref: Ref) => string
}

export function versionName({ type, name, number }: Pick<Version, 'type' | 'name' | 'number'>): string {
  return type === 'run' ? t('runs-run', { number: String(number) }) : name
}

export function useNames(): Names {
  const { project } = useDocument()
  const { api } = useServer()
  const versions = useVersions((state) => state.versions)
  const projects = useAnswer('projects', () => api.projects()).value ?? []
  const templates = useAnswer('templates', () => api.templates()).value ?? []
  const kept = (type: Version['type']) =>
    versions.filter((one) => one.type === type).map((one) => ({ ref: { type, id: one.id }, name: versionName(one) }))
  const groups = [
    { title: t('compare-runs'), refs: kept('run') },
    { title: t('compare-saved'), refs: kept('saved') },
    {
      title: t('compare-projects'),
      refs: projects
        .filter((one) => one.id !== project)
        .map(({ id, name }) => ({ ref: { type: 'project' as const, id }, name })),
    },
    {
      title: t('compare-templates'),
      refs: templates.map(({ name, title }) => ({ ref: { type: 'template' as const, id: name }, name: said(`start-template-${name}`, title) })),
    },
  ].filter(({ refs }) => refs.length)
  const known = new Map(groups.flatMap(({ refs }) => refs.map(({ ref, name }) => [textOf(ref), name])))
  const nameOf = (ref: Ref) => {
    if (ref.type === 'live') return t('compare-live')
    if (ref.type === 'file') return droppedFile()?.name ?? t('compare-file')
    return known.get(textOf(ref)) ?? ref.id
  }
  return { groups, nameOf }
}
