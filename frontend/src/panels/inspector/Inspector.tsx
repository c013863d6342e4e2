// The panel at the right: settings of what is selected, what it is, and the whole drawing as code.
// With nothing selected: how the network is trained, and on what.

import { useState } from 'react'
import type { Node } from '../../contract'
import { useGraph } from '../../document/hooks'
import { useSelection } from '../../document/selection'
import { Tabs } from '../../ui/controls'
import { CodePanel } from '../code/CodePanel'
import { DataPanel } from '../data/DataPanel'
import { TrainingPanel } from '../training/TrainingPanel'
import { About } from './About'
import { Head } from './Head'
import { InputSettings } from './InputSettings'
import s from './inspector.module.css'
import { LayerSettings } from './LayerSettings'
import { ManySettings } from './ManySettings'
import { OtherSettings } from './OtherSettings'
import { OutputSettings } from './OutputSettings'
import { WireSettings } from './WireSettings'

type Tab = 'settings' | 'about' | 'code'

const TABS = [
  { id: 'settings', label: 'Settings' },
  { id: 'about', label: 'About' },
  { id: 'code', label: 'Code' },
]

export function Inspector() {
  const [chosen, setChosen] = useState<Tab>('settings')
  const selection = useSelection()
  const [first] = selection.nodes
  const node = useGraph((graph) => (first === undefined ? undefined : graph.nodes[first]))
  const isOne = selection.nodes.length === 1 && node !== undefined
  const tab = chosen === 'about' && !isOne ? 'settings' : chosen
  const tabs = isOne ? TABS : TABS.filter((each) => each.id !== 'about')
  return (
    <section className={s.inspector} aria-label="Inspector">
      <Tabs label="Inspector" tabs={tabs} value={tab} onChange={(id) => setChosen(id as Tab)} />
      <div className={s.panel} role="tabpanel" id={`panel-${tab}`} aria-labelledby={`tab-${tab}`} data-of={isOne ? tab : 'all'}>
        {tab === 'code' && <CodePanel />}
        {tab === 'about' && isOne && first && <About key={first} id={first} node={node} />}
        {tab === 'settings' && <Settings />}
      </div>
    </section>
  )
}

function Settings() {
  const { nodes: ids, edges } = useSelection()
  const nodes = useGraph((graph) => graph.nodes)
  const there = ids.filter((id) => nodes[id])
  const [first] = there
  const node = first === undefined ? undefined : nodes[first]
  if (there.length > 1) return <ManySettings ids={there} />
  if (first !== undefined && node) {
    return (
      <div className={s.settings} key={first}>
        <Head id={first} node={node} />
        <NodeSettings id={first} node={node} />
      </div>
    )
  }
  if (edges.length === 1 && edges[0]) return <WireSettings id={edges[0]} />
  return (
    <>
      <DataPanel />
      <TrainingPanel />
    </>
  )
}

function NodeSettings({ id, node }: { id: string; node: Node }) {
  switch (node.type) {
    case 'input':
      return <InputSettings id={id} node={node} />
    case 'layer':
      return <LayerSettings id={id} node={node} />
    case 'output':
      return <OutputSettings id={id} node={node} />
    default:
      return <OtherSettings id={id} node={node} />
  }
}
