// The comparison that the address asks for, over the drawing; and the command that begins one. Its code is fetched when it is first shown.

import { useActions } from '../actions/actions'
import { useDocument, useSync } from '../document/hooks'
import { openTab } from '../frame/panes'
import { useNaming, useVersions } from '../panels/versions'
import { later } from '../ui/later'
import { navigate, useRoute } from '../ui/route'
import { LIVE, pairOf, pairText, type Ref } from './refs'

const View = later(() => import('./CompareView').then((part) => part.CompareView))

export function Comparing() {
  const { project } = useDocument()
  const { compare } = useRoute()
  const may = useSync((sync) => sync.may.draw)
  const newest = useVersions((state) => state.versions[0])
  useActions(
    () => [
      {
        id: 'view.compare',
        title: 'compare-action',
        run: () => compareWith(project, newest ? { type: newest.type, id: newest.id } : LIVE),
      },
      { id: 'project.save-version', title: 'runs-save-version', when: () => may, run: nameVersion },
    ],
    [project, newest, may],
  )
  const pair = compare === null ? null : pairOf(compare)
  return pair && <View pair={pair} />
}

function nameVersion(): void {
  useNaming.setState({ open: true })
  openTab('runs')
}

/** Lays a graph under the live one. */
export function compareWith(project: string, before: Ref, after: Ref = LIVE): void {
  navigate({ project, compare: pairText({ before, after }) })
}
