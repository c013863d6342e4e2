// Two graphs laid over each other, to look at: what came, what went and what changed says so by sign and word, not by colour alone.
// Nothing can be moved or wired here.

import '@xyflow/react/dist/base.css'
import {
  Background,
  BackgroundVariant,
  BaseEdge,
  EdgeLabelRenderer,
  Handle,
  Panel,
  Position,
  ReactFlow,
  ReactFlowProvider,
  useReactFlow,
  type Edge,
  type EdgeProps,
  type Node,
  type NodeProps,
} from '@xyflow/react'
import { memo, useEffect, useMemo } from 'react'
import { NODE_HEIGHT, NODE_WIDTH } from '../document/place'
import { IconButton } from '../ui/controls'
import { Glyph, groupColor, Icon } from '../ui/glyphs'
import { useTheme } from '../ui/theme'
import { t } from '../words/words'
import s from './compare.module.css'
import type { DrawnCard, DrawnWire } from './drawing'

export type Marked = 'same' | 'added' | 'removed' | 'changed'

export interface CardShown extends DrawnCard {
  mark: Marked
  /** What changed, in a few words; stands in the place of the line. */
  says: string
}

export interface WireShown extends DrawnWire {
  mark: Marked
  source: string
  target: string
}

interface CompareCanvasProps {
  cards: readonly CardShown[]
  wires: readonly WireShown[]
  /** Keys of nodes and wires that the step looks at. */
  current: readonly string[]
  onChoose: (key: string) => void
}

type CardNode = Node<{ card: CardShown; current: boolean }>
type WireEdge = Edge<{ wire: WireShown; current: boolean }>

const NODES = { marked: MarkedCard }
const WIRES = { marked: MarkedWire }
const HANDLES = [
  { type: 'target' as const, position: Position.Top, x: NODE_WIDTH / 2, y: 0, width: 1, height: 1 },
  { type: 'source' as const, position: Position.Bottom, x: NODE_WIDTH / 2, y: NODE_HEIGHT, width: 1, height: 1 },
]
/** As near as a step is looked at. */
const NEAR = 1

export function CompareCanvas(props: CompareCanvasProps) {
  return (
    <ReactFlowProvider>
      <Flow {...props} />
    </ReactFlowProvider>
  )
}

function Flow({ cards, wires, current, onChoose }: CompareCanvasProps) {
  const still = useTheme((shown) => shown.still)
  const { fitView, getNodes } = useReactFlow()
  const looked = useMemo(() => new Set(current), [current])
  const nodes = useMemo(
    () =>
      cards.map(
        (card): CardNode => ({
          id: card.id,
          type: 'marked',
          position: card.at,
          data: { card, current: looked.has(card.id) },
          // Their size is known: nothing waits for cards out of sight to be measured.
          width: NODE_WIDTH,
          height: NODE_HEIGHT,
          measured: { width: NODE_WIDTH, height: NODE_HEIGHT },
          handles: HANDLES,
          ariaLabel: [card.name, card.line, card.mark === 'same' ? '' : t(`compare-${card.mark}`), card.says]
            .filter(Boolean)
            .join(', '),
          domAttributes: { 'aria-roledescription': t('canvas-is-node') },
        }),
      ),
    [cards, looked],
  )
  const called = useMemo(() => new Map(cards.map(({ id, name }) => [id, name])), [cards])
  const edges = useMemo(
    () =>
      wires.map(
        (wire): WireEdge => ({
          id: wire.id,
          type: 'marked',
          source: wire.source,
          target: wire.target,
          ariaLabel: t('canvas-wire-label', { from: called.get(wire.source) ?? '', to: called.get(wire.target) ?? '' }),
          domAttributes: { 'aria-roledescription': t('canvas-is-wire'), 'aria-describedby': undefined },
          data: { wire, current: looked.has(wire.id) },
        }),
      ),
    [wires, looked, called],
  )
  useEffect(() => {
    const there = current.filter((id) => getNodes().some((node) => node.id === id))
    if (there.length)
      void fitView({ nodes: there.map((id) => ({ id })), maxZoom: NEAR, padding: 0.6, duration: still ? 0 : 240 })
  }, [current, fitView, getNodes, still])
  return (
    <div className={s.canvas} data-testid="compare-canvas">
      <ReactFlow<CardNode, WireEdge>
        nodes={nodes}
        edges={edges}
        nodeTypes={NODES}
        edgeTypes={WIRES}
        onNodeClick={(_, node) => onChoose(node.id)}
        onEdgeClick={(_, edge) => onChoose(edge.id)}
        nodesDraggable={false}
        nodesConnectable={false}
        nodesFocusable={false}
        edgesFocusable={false}
        elementsSelectable
        onlyRenderVisibleElements
        fitView
        fitViewOptions={{ maxZoom: NEAR, padding: 0.08 }}
        minZoom={0.05}
        maxZoom={2}
        zoomOnDoubleClick={false}
        deleteKeyCode={null}
        disableKeyboardA11y
        proOptions={{ hideAttribution: true }}
        aria-label={t('compare-canvas')}
      >
        <Background variant={BackgroundVariant.Dots} gap={20} size={1.6} color="var(--dot)" />
        <View />
      </ReactFlow>
    </div>
  )
}

function View() {
  const { fitView, zoomIn, zoomOut } = useReactFlow()
  return (
    <Panel position="bottom-left">
      <div className={s.tools} role="toolbar" aria-label={t('compare-view')}>
        <IconButton label={t('compare-zoom-out')} onClick={() => void zoomOut()}>
          <Icon name="minus" />
        </IconButton>
        <IconButton label={t('compare-zoom-in')} onClick={() => void zoomIn()}>
          <Icon name="plus" />
        </IconButton>
        <IconButton label={t('compare-fit')} onClick={() => void fitView({ maxZoom: NEAR, padding: 0.08 })}>
          <Icon name="fit" />
        </IconButton>
      </div>
    </Panel>
  )
}

const SIGNS: Record<Marked, string> = { same: '', added: '+', removed: '−', changed: '~' }

export function Sign({ mark, className }: { mark: Exclude<Marked, 'same'>; className?: string | undefined }) {
  return (
    <span className={className ?? s.sign} data-mark={mark} aria-hidden="true">
      {SIGNS[mark]}
    </span>
  )
}

const MarkedCardInner = memo(function MarkedCardInner({ card, current }: { card: CardShown; current: boolean }) {
  const color = { '--g': groupColor(card.color) } as React.CSSProperties
  return (
    <div className={s.card} data-mark={card.mark} data-current={current || undefined} style={color}>
      {card.mark !== 'same' && <Sign mark={card.mark} />}
      <div className={s.top}>
        <Glyph icon={card.icon} group={card.group} size={15} className={s.glyph} />
        <span className={s.name}>{card.name}</span>
        <span className={s.corner}>{card.corner}</span>
      </div>
      <div className={s.line} title={card.says || card.line}>
        {card.says || card.line}
      </div>
    </div>
  )
})

function MarkedCard({ data }: NodeProps<CardNode>) {
  return (
    <>
      <Handle type="target" position={Position.Top} className={s.port} />
      <MarkedCardInner {...data} />
      <Handle type="source" position={Position.Bottom} className={s.port} />
    </>
  )
}

function MarkedWire({ id, data }: EdgeProps<WireEdge>) {
  if (!data) return null
  const { wire, current } = data
  const at = wire.middle
  return (
    <>
      <BaseEdge
        id={id}
        path={wire.path}
        className={s.wire}
        data-mark={wire.mark}
        data-current={current || undefined}
        interactionWidth={16}
      />
      {(wire.mark !== 'same' || wire.shape) && (
        <EdgeLabelRenderer>
          <div
            className={wire.mark === 'same' ? s.shape : s.wireSign}
            data-mark={wire.mark}
            style={{
              transform:
                wire.mark === 'same'
                  ? `translate(0, -50%) translate(${at.x + 10}px, ${at.y}px)`
                  : `translate(-50%, -50%) translate(${at.x}px, ${at.y}px)`,
            }}
          >
            {wire.mark === 'same' ? wire.shape : SIGNS[wire.mark]}
          </div>
        </EdgeLabelRenderer>
      )}
    </>
  )
}
