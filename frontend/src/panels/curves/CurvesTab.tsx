// The run on the bench as curves: a chart per metric, or the same numbers as a table, and a column of facts.

import { lazy, Suspense, useEffect, useState } from 'react'
import { stage } from '../../run/stage'
import { useInference } from '../../document/hooks'
import type { RunStore } from '../../run/store'
import { batchTable, csv, epochTable } from '../../run/table'
import { metricsOf } from '../../run/view'
import { Button } from '../../ui/controls'
import { late } from '../../ui/late'
import { isActive } from '../lab'
import { useLabState, useWatched } from '../LabProvider'
import { nameOf, saveText } from '../save'
import 'uplot/dist/uPlot.min.css'
import s from './curves.module.css'
import { CurvesTable } from './CurvesTable'
import { Facts } from './Facts'
import { RunCard } from './RunCard'

/** Drawing comes with a library of its own: fetched once the page rests, in time for the first run. */
const chart = late(() => import('./Chart').then((module) => ({ default: module.Chart })))
const Chart = lazy(chart)
const REST_MS = 1500

export function CurvesTab() {
  const { watched, runs, loaded, starting } = useLabState()
  const view = useWatched()
  const [smoothing, setSmoothing] = useState(0.8)
  const [table, setTable] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => void chart(), REST_MS)
    return () => clearTimeout(timer)
  }, [])
  if (!watched || !view) return <NoRun loaded={loaded} starting={starting} />
  const run = runs.find((one) => one.id === watched.run) ?? null
  const title = run ? `Run ${run.number}` : 'Run'
  const names = metricsOf(view)
  if (view.seq === 0 && run && !isActive(run)) return <p className={s.empty}>Fetching the curves of run {run.number}…</p>
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
                <Chart store={watched} metric={name} smoothing={smoothing} title={title} />
              </Suspense>
            ) : null,
          )}
        </div>
      )}
      {waiting && !table && (
        <p className={s.waiting}>
          <i className={s.turning} aria-hidden="true" />
          <b>{run ? `Run ${run.number} is starting.` : 'The run is starting.'}</b> {waiting}…
        </p>
      )}
      <aside className={s.side} aria-label="Facts of the run">
        <Facts view={view} run={run} />
        <div className={s.controls}>
          <label className={s.slider}>
            Smoothing
            <input
              type="range"
              min={0}
              max={0.99}
              step={0.01}
              value={smoothing}
              disabled={table}
              onChange={(event) => setSmoothing(Number(event.target.value))}
              aria-valuetext={`${Math.round(smoothing * 100)} percent`}
            />
            <output>{smoothing.toFixed(2)}</output>
          </label>
          <div className={s.forms}>
            <Button kind="link" aria-pressed={table} onClick={() => setTable(!table)}>
              {table ? 'Chart' : 'Table'}
            </Button>
            <SaveCsv title={title} store={watched} />
          </div>
        </div>
      </aside>
    </div>
  )
}

function SaveCsv({ title, store }: { title: string; store: RunStore }) {
  return (
    <span className={s.csv}>
      CSV:
      <Button
        kind="link"
        aria-label="Save a row per epoch as CSV"
        onClick={() => saveText(csv(epochTable(store.view())), nameOf(`${title} epochs`, 'csv'), 'text/csv')}
      >
        epochs
      </Button>
      <Button
        kind="link"
        aria-label="Save a row per batch as CSV"
        onClick={() => saveText(csv(batchTable(store.view())), nameOf(`${title} batches`, 'csv'), 'text/csv')}
      >
        batches
      </Button>
    </span>
  )
}

function NoRun({ loaded, starting }: { loaded: boolean; starting: boolean }) {
  const engine = useInference((inference) => inference.state)
  if (starting)
    return (
      <p className={s.empty}>
        <span>
          <i className={s.turning} aria-hidden="true" />
          <b>The run is starting.</b>{' '}
          {engine === 'ready' ? 'The graph goes to the queue…' : 'First the engine itself has to start…'}
        </span>
      </p>
    )
  if (!loaded) return <p className={s.empty}>Looking for runs…</p>
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
        <b>No run yet.</b> Press Train: loss and metrics are drawn here, batch by batch, while the network learns.
      </p>
    </div>
  )
}
