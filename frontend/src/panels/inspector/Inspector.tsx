// The panel at the right: settings of what is selected, what it is, and the whole drawing as code.
// With nothing selected: how the network is trained, and on what.

import { useEffect, useState } from 'react'
import { DocumentContext, useDocument, useGraph } from '../../document/hooks'
import { useSelection } from '../../document/selection'
import { Tabs } from '../../ui/controls'
import { later } from '../../ui/later'
import { DataPanel } from '../data/DataPanel'
import { TrainingPanel } from '../training/TrainingPanel'
import s from './inspector.module.css'
import { t } from '../../words/words'

const About = later(() => import('./About').then((module) => module.About))
const CodePanel = later(() => import('../code/CodePanel').then((module) => module.CodePanel))
const Selected = later(() => import('./Selected').then((module) => module.Selected))

type Tab = 'settings' | 'about' | 'code'

const TABS: readonly Tab[] = ['settings', 'about', 'code']

export function Inspector() {
  const [chosen, setChosen] = useState<Tab>('settings')
  const selection = useSelection()
  const [first] = selection.nodes
  const node = useGraph((graph) => (first === undefined ? undefined : graph.nodes[first]))
  const isOne = selection.nodes.length === 1 && node !== undefined
  const tab = chosen === 'about' && !isOne ? 'settings' : chosen
  useEffect(() => {
    // Somebody is there, and will select something.
    const signs = ['pointermove', 'pointerdown', 'keydown'] as const
    for (const sign of signs) addEventListener(sign, Selected.prepare, { once: true, passive: true })
    return () => {
      for (const sign of signs) removeEventListener(sign, Selected.prepare)
    }
  }, [])
  const tabs = TABS.filter((id) => isOne || id !== 'about').map((id) => ({ id, label: t(`inspector-tab-${id}`) }))
  return (
    <section className={s.inspector} aria-label={t('inspector')}>
      <Tabs label={t('inspector')} tabs={tabs} value={tab} onChange={(id) => setChosen(id as Tab)} />
      <div
        className={s.panel}
        role="tabpanel"
        id={`panel-${tab}`}
        aria-labelledby={`tab-${tab}`}
        // A page of documentation holds nothing else to stop at: the panel itself is reached, and its arrows scroll it.
        tabIndex={tab === 'about' ? 0 : undefined}
        data-of={isOne ? tab : 'all'}
      >
        {tab === 'code' && <CodePanel />}
        {tab === 'about' && isOne && first && <About key={first} id={first} node={node} />}
        {tab === 'settings' && <Settings />}
      </div>
    </section>
  )
}

function Settings() {
  const { nodes: ids, edges } = useSelection()
  const document = useDocument()
  const nodes = useGraph((graph) => graph.nodes)
  const there = ids.filter((id) => nodes[id])
  if (there.length || edges.length === 1) return <Selected nodes={there} />
  return (
    // The ends of the model, wherever the person is inside it.
    <DocumentContext value={document.at(null)}>
      <DataPanel />
      <TrainingPanel />
    </DocumentContext>
  )
}
