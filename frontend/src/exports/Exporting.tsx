// The command that opens the window of exports for the run on the bench, and the window.

import { useActions } from '../actions/actions'
import { useMay } from '../document/hooks'
import { useLabState } from '../panels/LabProvider'
import { later } from '../ui/later'
import { exportRun, useExporting } from './exporting'

const ExportDialog = later(() => import('./ExportDialog').then((part) => part.ExportDialog))

export function Exporting() {
  const may = useMay()
  const { runs, watched } = useLabState()
  const open = useExporting((state) => state.run)
  const shown = runs.find(({ id }) => id === watched?.run && hasModel({ id }))
  const newest = shown ?? runs.find(hasModel)
  useActions(
    () => [
      {
        id: 'run.export',
        title: 'runs-export-action',
        when: () => may.draw && newest !== undefined,
        run: () => newest && exportRun(newest.id),
      },
    ],
    [may.draw, newest?.id],
  )
  const run = runs.find(({ id }) => id === open)

  function hasModel({ id }: { id: string }): boolean {
    return runs.some((one) => one.id === id && one.files.includes('model.keras'))
  }

  return run && <ExportDialog run={run} onClose={() => useExporting.setState({ run: null })} />
}
