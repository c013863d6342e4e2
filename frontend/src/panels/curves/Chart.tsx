// One metric's chart: its heading with the newest values, the plot, and what stands under the pointer.

import { useEffect, useRef, useState } from 'react'
import type { RunStore } from '../../run/store'
import { metricsOf, type RunView } from '../../run/view'
import { heading, metric as number } from '../../run/words'
import { cx, IconButton } from '../../ui/controls'
import { useTheme } from '../../ui/theme'
import { nameOf, saveBlob } from '../save'
import s from './curves.module.css'
import { type Look, readingAt } from './lines'
import { createPlot, type Plot } from './plot'

interface ChartProps {
  store: RunStore
  metric: string
  smoothing: number
  title: string
}

export function Chart({ store, metric, smoothing, title }: ChartProps) {
  const host = useRef<HTMLDivElement>(null)
  const plot = useRef<Plot | null>(null)
  const hovered = useRef<number | null>(null)
  const [view, setView] = useState(store.view())
  const [hover, setHover] = useState<number | null>(null)
  const [log, setLog] = useState({ x: false, y: false })
  const theme = useTheme((state) => state.theme)

  useEffect(() => {
    const box = host.current
    if (!box) return
    const made = createPlot(box, metric, { width: box.clientWidth, height: box.clientHeight }, (batch) => {
      hovered.current = batch
      setHover(batch)
    })
    plot.current = made
    const watcher = new ResizeObserver(() => made.resize(box.clientWidth, box.clientHeight))
    watcher.observe(box)
    return () => {
      watcher.disconnect()
      made.destroy()
      plot.current = null
    }
  }, [metric])

  useEffect(() => {
    const look: Look = { smoothing, log_x: log.x, log_y: log.y }
    const show = () => {
      plot.current?.show(store.view(), look)
      setView(store.view())
    }
    show()
    return store.subscribe(show)
  }, [store, smoothing, log])

  // The plot reads its colours from the page, where the theme has just been set.
  // oxlint-disable-next-line react/exhaustive-effect-dependencies
  useEffect(() => plot.current?.recolour(), [theme])

  const save = async () => {
    const blob = await plot.current?.picture(`${title} · ${heading(metric)}`)
    if (blob) saveBlob(blob, nameOf(`${title} ${metric}`, 'png'))
  }
  const name = heading(metric)
  return (
    <figure className={s.chart}>
      <figcaption className={s.caption}>
        <h4>{name}</h4>
        <Values view={view} metric={metric} batch={hover} />
        <span className={s.tools}>
          <Toggle label={`${name}: logarithmic batches`} on={log.x} onClick={() => setLog({ ...log, x: !log.x })}>
            log x
          </Toggle>
          <Toggle label={`${name}: logarithmic values`} on={log.y} onClick={() => setLog({ ...log, y: !log.y })}>
            log y
          </Toggle>
          <IconButton small label={`Save ${name} as PNG`} onClick={() => void save()}>
            <SaveGlyph />
          </IconButton>
        </span>
      </figcaption>
      <div className={s.plot} ref={host} role="img" aria-label={spoken(view, metric)} />
    </figure>
  )
}

function Toggle({
  label,
  on,
  onClick,
  children,
}: {
  label: string
  on: boolean
  onClick: () => void
  children: string
}) {
  return (
    <button type="button" className={cx(s.toggle, on && s.on)} aria-pressed={on} aria-label={label} onClick={onClick}>
      {children}
    </button>
  )
}

function SaveGlyph() {
  return (
    <svg
      width="14"
      height="14"
      viewBox="0 0 14 14"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.4"
      aria-hidden="true"
    >
      <path d="M7 1.5v7M4 6l3 3 3-3M1.5 10v2.5h11V10" strokeLinecap="round" strokeLinejoin="round" />
    </svg>
  )
}

/** The newest values, or those under the pointer; each beside a piece of its line. */
function Values({ view, metric, batch }: { view: RunView; metric: string; batch: number | null }) {
  const at = readingAt(view, metric, batch ?? view.batches)
  const newest = view.epochs.at(-1)
  const values =
    batch === null
      ? { train: newest?.metrics[metric], validation: newest?.metrics[`val_${metric}`], batch: at.batch }
      : { train: at.ended ? at.train : undefined, validation: at.ended ? at.validation : undefined, batch: at.batch }
  const flagged = view.not_finite[metric] ?? view.not_finite[`val_${metric}`]
  return (
    <span className={s.values}>
      {batch !== null && view.batches > 0 && (
        <span className={s.at}>
          epoch {at.epoch}, step {at.step}
        </span>
      )}
      {view.batches > 0 && (
        <span className={s.value}>
          <i className={s.keyBatch} aria-hidden="true" />
          batch <b>{number(values.batch)}</b>
        </span>
      )}
      {values.train !== undefined && (
        <span className={s.value}>
          <i className={s.keyTrain} aria-hidden="true" />
          train <b>{number(values.train)}</b>
        </span>
      )}
      {values.validation !== undefined && (
        <span className={s.value}>
          <i className={s.keyValidation} aria-hidden="true" />
          validation <b>{number(values.validation)}</b>
        </span>
      )}
      {flagged && (
        <span className={s.flag} title="Gaps in the line: the value was infinite or not a number there.">
          not finite from epoch {flagged.epoch}, step {flagged.step + 1}
        </span>
      )}
    </span>
  )
}

function spoken(view: RunView, metric: string): string {
  const row = view.epochs.at(-1)
  if (!row)
    return metricsOf(view).includes(metric) ? `${heading(metric)}: the first epoch is running.` : heading(metric)
  const validation = row.metrics[`val_${metric}`]
  const tail = validation === undefined ? '' : `, validation ${number(validation)}`
  return `${heading(metric)} after epoch ${row.epoch}: training ${number(row.metrics[metric])}${tail}.`
}
