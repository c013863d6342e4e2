// The lab bench below the canvas: curves, summary, plot, problems, runs, log, and the run's progress always in sight.

import { lazy, type ReactNode, Suspense, useState } from 'react'
import { useGraph, useInference } from '../document/hooks'
import { late } from '../ui/late'
import { Pill, Tabs } from '../ui/controls'
import s from './dock.module.css'
import { PlotTab } from './describe/PlotTab'
import { SummaryTab } from './describe/SummaryTab'
import { useLabState } from './LabProvider'
import { ProblemsTab } from './problems/ProblemsTab'
import { LogTab } from './runs/LogTab'
import { RunProgress } from './runs/RunProgress'
import { RunsTab } from './runs/RunsTab'

const CurvesTab = lazy(late(() => import('./curves/CurvesTab').then((module) => ({ default: module.CurvesTab }))))

const PANELS: Record<string, () => ReactNode> = {
  curves: CurvesTabLater,
  summary: SummaryTab,
  plot: PlotTab,
  problems: ProblemsTab,
  runs: RunsTab,
  log: LogTab,
}

export function Dock() {
  const drawn = useGraph((graph) => Object.keys(graph.nodes).length > 0)
  const problems = useInference((inference) => (drawn ? inference.problems.length : 0))
  const errors = useInference((inference) => inference.problems.some((problem) => problem.severity === 'error'))
  const { runs, watched } = useLabState()
  const run = watched?.run ?? null
  const [chosen, setChosen] = useState({ tab: 'curves', run })
  // A run that began after a tab was opened brings its curves; runs and log are watched for their own sake.
  const stays = run === chosen.run || ['runs', 'log'].includes(chosen.tab)
  const tab = stays ? chosen.tab : 'curves'
  const Panel = PANELS[tab] ?? CurvesTabLater
  const tabs = [
    { id: 'curves', label: 'Curves' },
    { id: 'summary', label: 'Summary' },
    { id: 'plot', label: 'Plot' },
    {
      id: 'problems',
      label: problems ? (
        <>
          Problems <Pill tone={errors ? 'bad' : 'warn'}>{problems}</Pill>
        </>
      ) : (
        'Problems'
      ),
    },
    {
      id: 'runs',
      label: runs.length ? (
        <>
          Runs <Pill>{runs.length}</Pill>
        </>
      ) : (
        'Runs'
      ),
    },
    { id: 'log', label: 'Log' },
  ]
  return (
    <section className={s.dock} aria-label="Lab bench">
      <Tabs label="Lab bench" tabs={tabs} value={tab} onChange={(next) => setChosen({ tab: next, run })}>
        <RunProgress />
      </Tabs>
      <div className={s.panel} role="tabpanel" id={`panel-${tab}`} aria-labelledby={`tab-${tab}`}>
        <Panel />
      </div>
    </section>
  )
}

function CurvesTabLater() {
  return (
    <Suspense fallback={null}>
      <CurvesTab />
    </Suspense>
  )
}
