// The lab bench below the canvas: curves, summary, plot, problems, runs, comments, log, and the run's progress always in sight.

import { type ComponentType, useState } from 'react'
import { openThreads } from '../comments/counts'
import { useGraph, useInference } from '../document/hooks'
import { Pill, Tabs } from '../ui/controls'
import { later } from '../ui/later'
import { t } from '../words/words'
import s from './dock.module.css'
import { useLabState } from './LabProvider'
import { RunProgress } from './runs/RunProgress'

const CurvesTab = later(() => import('./curves/CurvesTab').then((module) => module.CurvesTab))
const PANELS: Record<string, ComponentType> = {
  curves: CurvesTab,
  summary: later(() => import('./describe/SummaryTab').then((module) => module.SummaryTab)),
  plot: later(() => import('./describe/PlotTab').then((module) => module.PlotTab)),
  problems: later(() => import('./problems/ProblemsTab').then((module) => module.ProblemsTab)),
  runs: later(() => import('./runs/RunsTab').then((module) => module.RunsTab)),
  comments: later(() => import('../comments/CommentsTab').then((module) => module.CommentsTab)),
  log: later(() => import('./runs/LogTab').then((module) => module.LogTab)),
}

export function Dock() {
  const drawn = useGraph((graph) => Object.keys(graph.nodes).length > 0)
  const problems = useInference((inference) => (drawn ? inference.problems.length : 0))
  const errors = useInference((inference) => inference.problems.some((problem) => problem.severity === 'error'))
  const comments = useGraph((graph) => openThreads(graph.comments))
  const { runs, watched } = useLabState()
  const run = watched?.run ?? null
  const [chosen, setChosen] = useState({ tab: 'curves', run })
  // A run that began after a tab was opened brings its curves; runs and log are watched for their own sake.
  const stays = run === chosen.run || ['runs', 'log', 'comments'].includes(chosen.tab)
  const tab = stays ? chosen.tab : 'curves'
  const Panel = PANELS[tab] ?? CurvesTab
  const tabs = [
    { id: 'curves', label: t('dock-curves') },
    { id: 'summary', label: t('dock-summary') },
    { id: 'plot', label: t('dock-plot') },
    {
      id: 'problems',
      label: problems ? (
        <>
          {t('dock-problems')} <Pill tone={errors ? 'bad' : 'warn'}>{problems}</Pill>
        </>
      ) : (
        t('dock-problems')
      ),
    },
    {
      id: 'runs',
      label: runs.length ? (
        <>
          {t('dock-runs')} <Pill>{runs.length}</Pill>
        </>
      ) : (
        t('dock-runs')
      ),
    },
    {
      id: 'comments',
      label: comments ? (
        <>
          {t('comments')} <Pill>{comments}</Pill>
        </>
      ) : (
        t('comments')
      ),
    },
    { id: 'log', label: t('dock-log') },
  ]
  return (
    <section className={s.dock} aria-label={t('dock')}>
      <Tabs label={t('dock')} tabs={tabs} value={tab} onChange={(next) => setChosen({ tab: next, run })}>
        <RunProgress />
      </Tabs>
      <h2 className="visually-hidden">{t('dock')}</h2>
      <div className={s.panel} role="tabpanel" id={`panel-${tab}`} aria-labelledby={`tab-${tab}`}>
        <Panel />
      </div>
    </section>
  )
}
