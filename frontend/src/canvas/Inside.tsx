// What stands in a block, in small and live, beside its card. A press on a node in it goes there.

import { useMemo } from 'react'
import { useStore } from 'zustand'
import { ownerOf } from '../catalog/blocks'
import { useCatalog } from '../catalog/context'
import { useDocument, useInference } from '../document/hooks'
import { seenIn } from '../document/level'
import { NODE_HEIGHT, NODE_WIDTH } from '../document/place'
import { select } from '../document/selection'
import { groupColor } from '../ui/glyphs'
import { t } from '../words/words'
import { boundsOf, drawingOf } from './drawing'
import { enterBlock } from './levels'
import s from './within.module.css'

const SCALE = 0.62
const MARGIN = 14
/** Larger ones are drawn smaller. */
const MOST = { width: 560, height: 420 }

export function Inside({ card }: { card: string }) {
  const { whole } = useDocument()
  const catalog = useCatalog()
  const graph = useStore(whole.graph)
  const shapes = useInference((inference) => inference.nodes)
  const problems = useInference((inference) => inference.problemsByNode)
  const drawing = useMemo(
    () => drawingOf(seenIn(graph, ownerOf(graph.nodes, card)), catalog, { shapes }),
    [graph, card, catalog, shapes],
  )
  const { x, y, width, height } = boundsOf(drawing)
  const scale = Math.min(SCALE, MOST.width / width, MOST.height / height)
  const name = graph.nodes[card]?.name ?? ''
  const names = drawing.cards.map((each) => each.name).join(', ')
  const go = (id: string) => {
    enterBlock(graph.nodes, card)
    select([id])
  }
  return (
    <div className={`${s.inside} nodrag nopan nowheel`} role="group" aria-label={t('canvas-inside-of', { name, names })}>
      <svg
        width={width * scale + 2 * MARGIN}
        height={height * scale + 2 * MARGIN}
        viewBox={[x - MARGIN / scale, y - MARGIN / scale, width + (2 * MARGIN) / scale, height + (2 * MARGIN) / scale].join(' ')}
        aria-hidden="true"
      >
        {drawing.wires.map((wire) => (
          <path key={wire.id} className={s.wire} d={wire.path} />
        ))}
        {drawing.cards.map(({ id, at, name, line, color }) => (
          <g
            key={id}
            className={s.node}
            data-bad={problems[id]?.some(({ severity }) => severity === 'error') || undefined}
            transform={`translate(${at.x} ${at.y})`}
            style={{ color: groupColor(color) }}
            onClick={(event) => {
              event.stopPropagation()
              go(id)
            }}
          >
            <title>{line}</title>
            <rect width={NODE_WIDTH} height={NODE_HEIGHT} rx={11} />
            <rect className={s.mark} x={0} y={10} width={4} height={NODE_HEIGHT - 20} />
            <text x={16} y={24}>
              {cut(name, NAME)}
            </text>
            <text className={s.line} x={16} y={43}>
              {cut(line, LINE)}
            </text>
          </g>
        ))}
      </svg>
    </div>
  )
}

/** So many letters fit. */
const NAME = 24
const LINE = 31

function cut(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, most - 1)}…` : text
}
