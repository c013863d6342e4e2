// Go to anything in a project: problems, nodes, runs, layers to add, other projects, and every action.

import { useMemo } from 'react'
import CommandPalette from '../../actions/palette/CommandPalette'
import type { Place } from '../../actions/palette/places'
import { useCatalog } from '../../catalog/context'
import type { CatalogIndex } from '../../catalog/catalog'
import { lineOf } from '../../catalog/line'
import { layerOf } from '../../catalog/ports'
import { looksOf } from '../../catalog/member'
import { itemOf, type Item } from '../../catalog/starts'
import { addItem } from '../../document/adding'
import { useDocument } from '../../document/hooks'
import type { OpenDocument } from '../../document/open'
import { select } from '../../document/selection'
import { type Lab, type LabState } from '../../panels/lab'
import { useLab, useLabState } from '../../panels/LabProvider'
import { bestOf } from '../../panels/runs/best'
import { groupColor, Glyph, Icon } from '../../ui/glyphs'
import { t } from '../../words/words'
import { focusNode } from '../drawing'
import { openTab } from '../panes'
import { useProjectPlaces } from './useProjectPlaces'

export function ProjectPalette({ onClose }: { onClose: () => void }) {
  const document = useDocument()
  const catalog = useCatalog()
  const lab = useLab()
  const state = useLabState()
  const projects = useProjectPlaces(document.project)
  const places = useMemo(
    () => [
      ...problemPlaces(document),
      ...nodePlaces(document.whole, catalog),
      ...runPlaces(lab, state),
      ...(document.sync.getState().may.draw ? layerPlaces(document, catalog) : []),
      ...projects,
    ],
    [document, catalog, lab, state, projects],
  )
  return <CommandPalette places={places} onClose={onClose} />
}

function problemPlaces({ inference }: OpenDocument): Place[] {
  return inference.getState().problems.map((problem, at) => ({
    id: `problem ${problem.code} ${problem.nodes.join()} ${at}`,
    title: problem.title,
    hint: problem.message,
    kind: t('frame-problems'),
    icon: <Icon name="warning" style={{ color: problem.severity === 'error' ? 'var(--bad)' : 'var(--warn)' }} />,
    run: () => {
      select(problem.nodes, problem.edges)
      const at = problem.nodes.at(-1)
      if (at) focusNode(at)
      else openTab('problems')
    },
  }))
}

function nodePlaces({ graph }: OpenDocument, catalog: CatalogIndex): Place[] {
  const { nodes } = graph.getState()
  return Object.entries(nodes).map(([id, node]) => {
    const owner = layerOf(nodes, node)
    const { icon, group } = looksOf(catalog, owner)
    return {
      id: `node ${id}`,
      title: node.name,
      hint: lineOf(catalog, node, owner),
      kind: t('frame-nodes'),
      icon: drawing(catalog, icon, group),
      run: () => {
        select([id])
        focusNode(id)
      },
    }
  })
}

function runPlaces(lab: Lab, { runs }: LabState): Place[] {
  return runs.map((run) => ({
    id: `run ${run.id}`,
    title: t('frame-run', { number: run.number }),
    hint: bestOf(run) ?? '',
    kind: t('frame-runs'),
    icon: <Icon name="play" />,
    run: () => {
      lab.watch(run.id)
      openTab('curves')
    },
  }))
}

function layerPlaces(document: OpenDocument, catalog: CatalogIndex): Place[] {
  const add = (item: Item, title: string, hint: string, icon: string, group: string): Place => ({
    id: `add ${title}`,
    title,
    hint,
    kind: t('frame-layers-to-add'),
    icon: drawing(catalog, icon, group),
    run: () => focusNode(addItem(document, catalog, item)),
  })
  return [
    add({ type: 'input' }, t('frame-input'), t('frame-input-hint'), 'input', 'io'),
    add({ type: 'output' }, t('frame-output'), t('frame-output-hint'), 'output', 'io'),
    ...[...catalog.members('layer'), ...catalog.members('op')]
      .map((member) =>
        add(
          itemOf(member),
          member.name,
          member.teaching || member.summary,
          member.icon,
          member.group,
        ),
      ),
  ]
}

function drawing(catalog: CatalogIndex, icon: string, group: string) {
  return <Glyph icon={icon} group={group} style={{ color: groupColor(catalog.group(group)?.color ?? group) }} />
}
