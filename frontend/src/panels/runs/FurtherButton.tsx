// A run that is over is trained further: the canvas as it is now, from the weights and the optimizer's state it ended with.

import type { Run } from '../../contract'
import { useInference, useMay } from '../../document/hooks'
import { Button } from '../../ui/controls'
import { navigate } from '../../ui/route'
import { t } from '../../words/words'
import { useLab, useLabState } from '../LabProvider'

export function FurtherButton({ run }: { run: Run }) {
  const lab = useLab()
  const may = useMay()
  const { starting } = useLabState()
  const ready = useInference((inference) => inference.plan_ok)
  if (run.goes_on === null || !may.train) return null
  const further = async () => {
    await lab.start(run.id)
    navigate({ project: run.project }) // an address that names an older run would bring that one back
  }
  return (
    <Button
      small
      kind="quiet"
      disabled={starting || !ready}
      title={t('runs-further-doc', { epoch: run.goes_on })}
      onClick={() => void further()}
      aria-label={t('runs-further-run', { number: String(run.number) })}
    >
      {t('runs-further')}
    </Button>
  )
}
