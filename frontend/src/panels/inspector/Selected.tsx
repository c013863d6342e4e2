// The settings of what is selected: a node of any kind, several, or a wire.

import '../../words/lateInspector'
import type { Node } from '../../contract'
import { useGraph } from '../../document/hooks'
import { useSelection } from '../../document/selection'
import { BackboneSettings } from './BackboneSettings'
import { BlockSettings } from './BlockSettings'
import { CustomSettings } from './CustomSettings'
import { Head } from './Head'
import { InputSettings } from './InputSettings'
import s from './inspector.module.css'
import { LayerSettings } from './LayerSettings'
import { ManySettings } from './ManySettings'
import { OpSettings } from './OpSettings'
import { OtherSettings } from './OtherSettings'
import { OutputSettings } from './OutputSettings'
import { PortSettings } from './PortSettings'
import { WireSettings } from './WireSettings'

/** `nodes` are there. */
export function Selected({ nodes }: { nodes: readonly string[] }) {
  const [first] = nodes
  const node = useGraph((graph) => (first === undefined ? undefined : graph.nodes[first]))
  const [wire] = useSelection((selection) => selection.edges)
  if (nodes.length > 1) return <ManySettings ids={[...nodes]} />
  if (first === undefined || !node) return wire ? <WireSettings id={wire} /> : null
  return (
    <div className={s.settings} key={first}>
      <Head id={first} node={node} />
      <NodeSettings id={first} node={node} />
    </div>
  )
}

function NodeSettings({ id, node }: { id: string; node: Node }) {
  switch (node.type) {
    case 'input':
      if (node.block) return <PortSettings id={id} node={node} />
      return <InputSettings id={id} node={node} />
    case 'layer':
      return <LayerSettings id={id} node={node} />
    case 'op':
      return <OpSettings id={id} node={node} />
    case 'backbone':
      return <BackboneSettings id={id} node={node} />
    case 'block':
      return <BlockSettings id={id} node={node} />
    case 'output':
      if (node.block) return <PortSettings id={id} node={node} />
      return <OutputSettings id={id} node={node} />
    case 'custom':
      return node.code ? <CustomSettings id={id} node={node} /> : <OtherSettings id={id} node={node} />
    default:
      return <OtherSettings id={id} node={node} />
  }
}
