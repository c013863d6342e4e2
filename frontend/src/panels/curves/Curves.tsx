// A run as curves: a chart per metric, or the same numbers as a table, and a column of facts.

import '../../words/lateCurves'
import { lazy, Suspense, useState } from 'react'
import { stage } from '../../run/stage'
import type { RunStore } from '../../run/store'
import { batchTable, csv, epochTable } from '../../run/table'
import type { RunView } from '../../run/view'
import { metricsOf } from '../../run/view'
import { fixed, percent } from '../../run/words'
import { Button } from '../../ui/controls'
import { t } from '../../words/words'
import { isActive } from '../lab'
import { useLabState } from '../LabProvider'
import { nameOf, saveText } from '../save'
import { chart } from './chart'
import 'uplot/dist/uPlot.min.css'
import s from './curves.module.css'
import { CurvesTable } from './CurvesTable'
import { Facts } from './Facts'
import { RunCard } from './RunCard'

const Chart = lazy(chart)

export function Curves({ store, view }: { store: RunStore; view: RunView }) {
  const { runs } = useLabState()
  const [smoothing, setSmoothing] = useState(0.8)
  const [table, setTable] = useState(false)
  const run = runs.find((one) => one.id === store.run) ?? null
  const title = run ? t('runs-run', { number: String(run.number) }) : t('runs-a-run')
  const names = metricsOf(view)
  if (view.seq === 0 && run && !isActive(run)) return <p className={s.empty}>{t('curves-fetching', { number: String(run.number) })}</p>
  const waiting = stage(view)
  return (
    <div className={s.bench}>
      <RunCard view={view} />
      {table ? (
        <CurvesTable table={epochTable(view)} />
      ) : (
        <div className={s.charts} data-waiting={waiting !== null || undefined}>
          {(names.length > 0 ? names : ['loss', 'accuracy']).map((name) =>
            names.length > 0 || view.state === 'running' || view.state === 'queued' ? (
              <Suspense key={name}>
                <Chart store={store} metric={name} smoothing={smoothing} title={title} />
              </Suspense>
            ) : null,
          )}
        </div>
      )}
      {waiting && !table && (
        <p className={s.waiting}>
          <i className={s.turning} aria-hidden="true" />
          <b>{run ? t('curves-run-starting', { number: String(run.number) }) : t('curves-starting')}</b> {waiting}…
        </p>
      )}
      <aside className={s.side} aria-label={t('curves-facts')}>
        <Facts view={view} run={run} />
        <div className={s.controls}>
          <label className={s.slider}>
            {t('curves-smoothing')}
            <input
              type="range"
              min={0}
              max={0.99}
              step={0.01}
              value={smoothing}
              disabled={table}
              onChange={(event) => setSmoothing(Number(event.target.value))}
              aria-valuetext={percent(smoothing)}
            />
            <output>{fixed(smoothing, 2)}</output>
          </label>
          <div className={s.forms}>
            <Button kind="link" aria-pressed={table} onClick={() => setTable(!table)}>
              {t(table ? 'curves-chart' : 'curves-table')}
            </Button>
            <SaveCsv title={title} store={store} />
          </div>
        </div>
      </aside>
    </div>
  )
}

function SaveCsv({ title, store }: { title: string; store: RunStore }) {
  return (
    <span className={s.csv}>
      {t('curves-csv')}
      <Button
        kind="link"
        aria-label={t('curves-save-epochs')}
        onClick={() => saveText(csv(epochTable(store.view())), nameOf(`${title} epochs`, 'csv'), 'text/csv')}
      >
        {t('curves-epochs')}
      </Button>
      <Button
        kind="link"
        aria-label={t('curves-save-batches')}
        onClick={() => saveText(csv(batchTable(store.view())), nameOf(`${title} batches`, 'csv'), 'text/csv')}
      >
        {t('curves-batches')}
      </Button>
    </span>
  )
}
