// The run on the bench as curves; before the first run, what is to come.

import { useEffect } from 'react'
import { useInference } from '../../document/hooks'
import { later } from '../../ui/later'
import { Said } from '../../ui/Said'
import { t } from '../../words/words'
import { useLabState, useWatched } from '../LabProvider'
import { chart } from './chart'
import s from './curves.module.css'

const Curves = later(() => import('./Curves').then((part) => part.Curves))

export function CurvesTab() {
  const { watched, loaded, starting } = useLabState()
  const view = useWatched()
  useEffect(() => {
    if (!starting && !watched) return
    Curves.prepare()
    void chart()
  }, [starting, watched])
  if (!watched || !view) return <NoRun loaded={loaded} starting={starting} />
  return <Curves store={watched} view={view} />
}

function NoRun({ loaded, starting }: { loaded: boolean; starting: boolean }) {
  const engine = useInference((inference) => inference.state)
  if (starting)
    return (
      <p className={s.empty}>
        <span>
          <i className={s.turning} aria-hidden="true" />
          <b>{t('curves-starting')}</b>{' '}
          {t(engine === 'ready' ? 'curves-to-queue' : 'curves-engine-first')}
        </span>
      </p>
    )
  if (!loaded) return <p className={s.empty}>{t('runs-looking')}</p>
  return (
    <div className={s.empty}>
      <svg width="120" height="44" viewBox="0 0 120 44" fill="none" aria-hidden="true">
        <path d="M2 4c18 2 18 32 58 34 20 1 40 1 58 2" stroke="var(--curve-train)" strokeWidth="2" opacity=".5" />
        <path
          d="M14 14c14 14 20 20 50 22 18 1 36 1 54 1"
          stroke="var(--curve-validation)"
          strokeWidth="2"
          opacity=".5"
        />
      </svg>
      <p>
        <Said id="curves-none" />
      </p>
    </div>
  )
}
