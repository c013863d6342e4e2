// What a person may do to the frame of a project: undo, panels, views, tabs, regions, the files to take along.

import { type Action, useActions } from '../actions/actions'
import { useDocument } from '../document/hooks'
import { useLab } from '../panels/LabProvider'
import { urls } from '../server/api'
import { startTour } from '../tour/tour'
import { focusDrawing } from './drawing'
import { isWide, openDrawer, openSide, openTab, showView, type Tab, togglePane, usePanes } from './panes'
import { nextProblem } from './nextProblem'
import { walkRegions } from './regions'
import { useTakeAlong } from './useTakeAlong'

const TABS: readonly Tab[] = ['curves', 'summary', 'plot', 'problems', 'runs', 'log']

export function useCommands(): void {
  const opened = useDocument()
  const { undo, redo, project, inference } = opened
  const lab = useLab()
  const { script, duplicate } = useTakeAlong()

  useActions(
    () => [
      { id: 'edit.undo', title: 'frame-undo', keys: ['Mod+Z'], repeats: true, run: undo },
      { id: 'edit.redo', title: 'frame-redo', keys: ['Mod+Shift+Z', 'Mod+Y'], repeats: true, run: redo },
      {
        id: 'go.problem',
        title: 'frame-next-problem',
        keys: ['F8'],
        typing: true,
        when: () => inference.getState().problems.length > 0,
        run: () => nextProblem(opened),
      },
    ],
    [opened, undo, redo, inference],
  )
  useActions(
    () => [
      ...TABS.map((tab): Action => ({ id: `go.${tab}`, title: `frame-go-${tab}`, run: () => openTab(tab) })),
      { id: 'go.layers', title: 'frame-search-layers', keys: ['/'], run: () => openSide('palette') },
      { id: 'go.inspector', title: 'frame-go-inspector', keys: ['I'], run: () => openSide('inspector') },
      { id: 'go.drawing', title: 'frame-skip', run: focusDrawing },
      { id: 'go.name', title: 'frame-rename-project', run: () => document.getElementById('project-name')?.focus() },
      {
        id: 'go.next-region',
        title: 'frame-next-region',
        keys: ['F6'],
        typing: true,
        unlisted: true,
        run: () => walkRegions(1),
      },
      {
        id: 'go.previous-region',
        title: 'frame-previous-region',
        keys: ['Shift+F6'],
        typing: true,
        unlisted: true,
        run: () => walkRegions(-1),
      },
      { id: 'go.leave', title: 'frame-leave', keys: ['Escape'], typing: true, unlisted: true, when: isInside, run: leave },
      { id: 'view.canvas', title: 'frame-show-canvas', run: () => show('canvas') },
      { id: 'view.outline', title: 'frame-show-outline', run: () => show('outline') },
      { id: 'view.palette', title: 'frame-toggle-palette', when: isWide, run: () => togglePane('palette') },
      { id: 'view.bench', title: 'frame-toggle-bench', keys: ['Mod+J'], run: () => togglePane('dock') },
      { id: 'view.inspector', title: 'frame-toggle-inspector', when: isWide, run: () => togglePane('inspector') },
    ],
    [],
  )
  useActions(() => [{ id: 'settings.tour', title: 'tour-take', run: startTour }], [])
  useActions(
    () => [
      { id: 'project.script', title: 'frame-save-script', run: () => void script() },
      { id: 'project.graph', title: 'frame-save-graph', run: () => location.assign(urls.projectExport(project)) },
      { id: 'project.duplicate', title: 'frame-duplicate', run: () => void duplicate() },
      {
        id: 'project.model',
        title: 'frame-save-model',
        when: () => trainedIn(lab) !== undefined,
        run: () => location.assign(urls.runFile(trainedIn(lab) ?? '', 'model.keras')),
      },
    ],
    [project, lab, script, duplicate],
  )
}

function trainedIn(lab: ReturnType<typeof useLab>): string | undefined {
  return lab.state().runs.find((run) => run.files.includes('model.keras'))?.id
}

function show(view: 'canvas' | 'outline'): void {
  showView(view)
  requestAnimationFrame(() => requestAnimationFrame(focusDrawing))
}

/** One level: a drawer closes; a panel gives the focus back to the drawing. */
function leave(): void {
  const { drawer } = usePanes.getState()
  const menu = document.querySelector<HTMLElement>(`[data-opens="${drawer}"]`)
  openDrawer(null)
  if (drawer && menu) menu.focus()
  else focusDrawing()
}

function isInside(): boolean {
  if (usePanes.getState().drawer) return true
  const { activeElement } = document
  // There it first empties the search, as browsers do.
  if (activeElement instanceof HTMLInputElement && activeElement.type === 'search' && activeElement.value) return false
  const region = activeElement?.closest('[data-region]')
  return region !== null && region !== undefined && region.getAttribute('data-region') !== 'drawing'
}
