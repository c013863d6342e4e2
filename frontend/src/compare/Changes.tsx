// The changes as a list to walk through: arrows or N and P go from one to the next, and each says its fields from what to what.

import { useEffect, useRef } from 'react'
import { Sign } from '../canvas/CompareCanvas'
import { useCatalog } from '../catalog/context'
import { lineOf } from '../catalog/line'
import { IconButton } from '../ui/controls'
import { Icon } from '../ui/glyphs'
import { t } from '../words/words'
import s from './compare.module.css'
import { rowsOf, type Step } from './steps'
import { placeText, valueText } from './words'

interface ChangesProps {
  steps: readonly Step[]
  at: number
  onStep: (at: number) => void
  all: boolean
  onAll: (all: boolean) => void
}

export function Changes({ steps, at, onStep, all, onAll }: ChangesProps) {
  const list = useRef<HTMLOListElement>(null)
  useEffect(() => {
    list.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' })
  }, [at])
  const go = (to: number, focus = false) => {
    const next = (to + steps.length) % steps.length
    onStep(next)
    if (focus) list.current?.querySelectorAll<HTMLElement>('[data-step]')[next]?.focus()
  }
  return (
    <aside className={s.side} aria-label={t('compare-changes')}>
      <header className={s.head}>
        <h2>{t('compare-changes')}</h2>
        <span className={s.at}>
          {at < 0 ? steps.length : t('compare-step', { at: at + 1, all: steps.length })}
        </span>
        <IconButton small label={t('compare-previous')} keys="P" onClick={() => go(at < 0 ? -1 : at - 1)}>
          <Icon name="up" />
        </IconButton>
        <IconButton small label={t('compare-next')} keys="N" onClick={() => go(at + 1)}>
          <Icon name="down" />
        </IconButton>
      </header>
      <label className={s.only}>
        <input type="checkbox" checked={!all} onChange={(event) => onAll(!event.target.checked)} />
        {t('compare-only')}
      </label>
      <ol className={s.steps} ref={list}>
        {steps.map((step, index) => (
          <li key={step.key} className={s.step} data-mark={step.mark} aria-current={index === at || undefined}>
            <button
              type="button"
              data-step
              tabIndex={index === Math.max(0, at) ? 0 : -1}
              className={s.title}
              onClick={() => go(index)}
              onKeyDown={(event) => {
                const to = { ArrowDown: index + 1, ArrowUp: index - 1, Home: 0, End: steps.length - 1 }[event.key]
                if (to === undefined) return
                event.preventDefault()
                go(to, true)
              }}
            >
              <Sign mark={step.mark} className={s.mark} />
              <Title step={step} />
            </button>
            <Fields step={step} all={all && index === at} />
          </li>
        ))}
      </ol>
    </aside>
  )
}

function Title({ step }: { step: Step }) {
  const catalog = useCatalog()
  const { what } = step
  const word = <span className="visually-hidden">{t(`compare-${step.mark}`)}: </span>
  if (what.type === 'training') return <b>{t('compare-training')}</b>
  if (what.type === 'wire')
    return (
      <>
        {word}
        <b>{t('compare-wire', { from: what.from, to: what.to })}</b>
      </>
    )
  const node = what.after ?? what.before
  return (
    <>
      {word}
      <b>{node?.name}</b>
      {node && step.mark !== 'changed' && <small>{lineOf(catalog, node)}</small>}
    </>
  )
}

function Fields({ step, all }: { step: Step; all: boolean }) {
  const catalog = useCatalog()
  const rows = rowsOf(step, all)
  if (!rows.length) return null
  const { what } = step
  const [before, after] = what.type === 'wire' ? [null, null] : [what.before, what.after]
  return (
    <table className={s.fields}>
      <thead className="visually-hidden">
        <tr>
          <th scope="col">{t('compare-field')}</th>
          <th scope="col">{t('compare-before')}</th>
          <th scope="col">{t('compare-after')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.place} data-same={row.same || undefined}>
            <th scope="row">{placeText(row.place)}</th>
            {row.same ? (
              <td colSpan={2}>{valueText(row, row.unset === 'before' ? 'after' : 'before', catalog, before ?? after)}</td>
            ) : (
              <>
                <td>
                  <del>{valueText(row, 'before', catalog, before)}</del>
                </td>
                <td>
                  <span aria-hidden="true">→ </span>
                  <ins>{valueText(row, 'after', catalog, after)}</ins>
                </td>
              </>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
