// Zoom, what a drag does, notes, tidying up, and the map of the network.

import { Panel, useReactFlow, useStore as useFlowStore } from '@xyflow/react'
import { run } from '../actions/actions'
import { useKeyText } from '../actions/bindings'
import { useGraph } from '../document/hooks'
import { IconButton } from '../ui/controls'
import { Icon, type ToolIcon } from '../ui/glyphs'
import { later } from '../ui/later'
import { Changing } from '../ui/readOnly'
import { pace } from '../ui/theme'
import { t } from '../words/words'
import s from './canvas.module.css'
import { takeTool, usePointing } from './pointing'
import { useAllInSight } from './useAllInSight'
import { useViewing } from './viewing'

const NetworkMap = later(() => import('./NetworkMap').then((part) => part.NetworkMap))

type Tool = Parameters<typeof run>[0]

export function Tools() {
  return (
    <>
      <Panel position="bottom-left" className={s.toolsPanel ?? ''}>
        <div className={s.tools} role="toolbar" aria-label={t('canvas-tools-view')}>
          <Command id="view.zoom-out" title="canvas-zoom-out" icon="minus" />
          <Zoom />
          <Command id="view.zoom-in" title="canvas-zoom-in" icon="plus" />
          <Command id="view.fit" title="canvas-fit" icon="fit" />
          <Changing>
            <Command id="view.tidy" title="canvas-tidy" icon="layout" />
          </Changing>
        </div>
        <div className={s.tools} role="toolbar" aria-label={t('canvas-tools-draw')}>
          <Hand />
          <Changing>
            <Command id="add.note" title="canvas-add-note" icon="note" />
          </Changing>
          <MapButton />
        </div>
      </Panel>
      <Map />
    </>
  )
}

function Command({ id, title, icon }: { id: Tool; title: string; icon: ToolIcon }) {
  const keys = useKeyText(id)
  return (
    <IconButton label={t(title)} {...(keys && { keys })} onClick={() => run(id)}>
      <Icon name={icon} />
    </IconButton>
  )
}

function Zoom() {
  const zoom = useFlowStore((flow) => Math.round(flow.transform[2] * 100))
  const { zoomTo } = useReactFlow()
  const keys = useKeyText('view.full-size')
  return (
    <button
      type="button"
      className={s.zoom}
      aria-label={t('canvas-zoom-now', { zoom })}
      title={`${t('canvas-full-size')}${keys ? ` (${keys})` : ''}`}
      onClick={() => void zoomTo(1, { duration: pace(120) })}
    >
      {t('canvas-percent', { zoom })}
    </button>
  )
}

/** One button with two states, as a switch between a drag that moves and one that selects. */
function Hand() {
  const selecting = usePointing(({ tool }) => tool === 'select')
  const keys = useKeyText(selecting ? 'view.hand' : 'view.select')
  return (
    <IconButton
      label={t('canvas-drag-selects')}
      {...(keys && { keys })}
      aria-pressed={selecting}
      onClick={() => takeTool(selecting ? 'hand' : 'select')}
    >
      <Icon name={selecting ? 'arrow' : 'hand'} />
    </IconButton>
  )
}

function MapButton() {
  const shown = useViewing(({ map }) => map)
  const keys = useKeyText('view.map')
  return (
    <IconButton
      label={t('canvas-map')}
      {...(keys && { keys })}
      aria-pressed={shown}
      className={s.mapButton ?? ''}
      onClick={() => run('view.map')}
    >
      <Icon name="map" />
    </IconButton>
  )
}

/** Only while something lies out of sight: a map of what is seen anyway would only cover it. */
function Map() {
  const some = useGraph((graph) => Object.keys(graph.nodes).length > 0)
  const wanted = useViewing(({ map }) => map)
  const allInSight = useAllInSight()
  return some && wanted && !allInSight && <NetworkMap />
}
