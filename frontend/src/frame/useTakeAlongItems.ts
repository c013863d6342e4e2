// What a person can take along, as a menu shows it: the script, the trained model, the drawing itself, a copy.

import { run } from '../actions/actions'
import { useDocument, useMay } from '../document/hooks'
import { useLabState } from '../panels/LabProvider'
import { urls } from '../server/api'
import type { MenuItem } from '../ui/Menu'
import { t } from '../words/words'
import { useTakeAlong } from './useTakeAlong'

export function useTakeAlongItems(): MenuItem[] {
  const { project } = useDocument()
  const { runs } = useLabState()
  const { script, duplicate } = useTakeAlong()
  const may = useMay()
  const trained = runs.find((run) => run.files.includes('model.keras'))
  const take: MenuItem = { label: t('frame-script'), hint: '.py', onChoose: () => void script() }
  if (!may.draw) return [take]
  return [
    take,
    trained
      ? {
          label: t('frame-model-of', { number: trained.number }),
          hint: '.keras',
          href: urls.runFile(trained.id, 'model.keras'),
        }
      : { label: t('frame-model'), hint: t('frame-after-a-run'), disabled: true },
    { label: t('frame-graph'), hint: '.json', href: urls.projectExport(project) },
    { label: t('picture-item'), hint: '.svg .png', onChoose: () => void run('project.picture') },
    ...(may.own ? [{ label: t('frame-duplicate'), onChoose: () => void duplicate() }] : []),
  ]
}
