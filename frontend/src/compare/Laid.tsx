// A comparison, drawn: the overlay at the left, its changes at the right, and one step that both look at.

import { useMemo, useState } from 'react'
import { useActions } from '../actions/actions'
import { CompareCanvas } from '../canvas/CompareCanvas'
import { drawingOf } from '../canvas/drawing'
import { wayTo } from '../catalog/blocks'
import { useCatalog } from '../catalog/context'
import type { Comparison } from '../contract'
import { t } from '../words/words'
import { Changes } from './Changes'
import s from './compare.module.css'
import { overlayOf } from './overlay'
import { stepsOf } from './steps'
import { saysOf } from './words'

const NOWHERE: readonly string[] = []

export function Laid({ comparison }: { comparison: Comparison }) {
  const catalog = useCatalog()
  const steps = useMemo(() => stepsOf(comparison), [comparison])
  const [key, setKey] = useState<string | null>(null)
  const [all, setAll] = useState(false)
  const at = Math.max(0, steps.findIndex((step) => step.key === key))
  const shown = useMemo(() => {
    const overlay = overlayOf(comparison)
    const { cards, wires } = drawingOf(overlay, catalog)
    const says = new Map(
      steps.flatMap(({ key, mark, what, fields }) =>
        what.type === 'node' && mark === 'changed' ? [[key, saysOf(fields, catalog, what.before, what.after)]] : [],
      ),
    )
    return {
      nodes: overlay.nodes,
      cards: cards.map((card) => ({ ...card, mark: overlay.nodeMarks[card.id] ?? 'same', says: says.get(card.id) ?? '' })),
      wires: wires.flatMap((wire) => {
        const edge = overlay.edges[wire.id]
        const ends = edge && { source: edge.source, target: edge.target }
        return ends ? [{ ...wire, ...ends, mark: overlay.edgeMarks[wire.id] ?? 'same' }] : []
      }),
    }
  }, [comparison, catalog, steps])
  const step = key === null ? undefined : steps[at]
  const current = useMemo(() => {
    const there = (id: string) => wayTo(shown.nodes, id)[0] ?? id
    return step ? [...step.nodes.map(there), ...(step.wire ? [step.wire] : [])] : NOWHERE
  }, [step, shown])
  const choose = (id: string) => {
    const within = (each: string) => wayTo(shown.nodes, each).includes(id)
    const found = steps.find((each) => each.key === id || each.wire === id) ?? steps.find((each) => each.nodes.some(within))
    if (found) setKey(found.key)
  }

  const walk = (by: number) => setKey(steps[key === null ? 0 : (at + by + steps.length) % steps.length]?.key ?? null)
  useActions(
    () => [
      { id: 'go.next-change', title: 'compare-next', keys: ['N'], scope: 'compare', when: () => steps.length > 0, run: () => walk(1) },
      { id: 'go.previous-change', title: 'compare-previous', keys: ['P'], scope: 'compare', when: () => steps.length > 0, run: () => walk(-1) },
    ],
    [steps, at, key],
  )

  return (
    <div className={s.laid}>
      <div className={s.stage}>
        <CompareCanvas cards={shown.cards} wires={shown.wires} current={current} onChoose={choose} />
      </div>
      {steps.length ? (
        <Changes
          steps={steps}
          at={key === null ? -1 : at}
          onStep={(to) => setKey(steps[to]?.key ?? null)}
          all={all}
          onAll={setAll}
        />
      ) : (
        <aside className={s.side}>
          <p className={s.equal}>
            <b>{t('compare-equal')}</b> {t('compare-equal-hint')}
          </p>
        </aside>
      )}
    </div>
  )
}
