// One metric's chart: its heading with the newest values, the plot, and what stands under the pointer.

import '../../words/lateCurves'
import { useEffect, useRef, useState } from 'react'
import type { RunStore } from '../../run/store'
import { heading } from '../../run/words'
import { cx, IconButton } from '../../ui/controls'
import { Icon } from '../../ui/glyphs'
import { useTheme } from '../../ui/theme'
import { nameOf, saveBlob } from '../save'
import { t } from '../../words/words'
import s from './curves.module.css'
import { createPlot, type Hover, type Plot } from './plot'
import { Newest, Reading, spoken } from './Values'

interface ChartProps {
  store: RunStore
  metric: string
  smoothing: number
  title: string
}

export function Chart({ store, metric, smoothing, title }: ChartProps) {
  const host = useRef<HTMLDivElement>(null)
  const plot = useRef<Plot | null>(null)
  const [view, setView] = useState(store.view())
  const [hover, setHover] = useState<Hover | null>(null)
  const [log, setLog] = useState({ x: false, y: false })
  const theme = useTheme((state) => state.theme)
  const name = heading(metric)

  useEffect(() => {
    const box = host.current
    if (!box) return
    const made = createPlot(box, metric, { width: box.clientWidth, height: box.clientHeight }, setHover)
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
    const show = () => {
      plot.current?.show(store.view(), { smoothing, log_x: log.x, log_y: log.y })
      setView(store.view())
    }
    show()
    return store.subscribe(show)
  }, [store, smoothing, log])

  // The plot reads its colours from the page, where the theme has just been set.
  // oxlint-disable-next-line react/exhaustive-effect-dependencies
  useEffect(() => plot.current?.recolour(), [theme])

  const save = async () => {
    const blob = await plot.current?.picture(`${title} · ${name}`)
    if (blob) saveBlob(blob, nameOf(`${title} ${metric}`, 'png'))
  }
  return (
    <figure className={s.chart}>
      <figcaption className={s.caption}>
        <h3>{name}</h3>
        <Newest view={view} metric={metric} />
        <span className={s.tools}>
          <Toggle label={t('curves-log-x', { name })} on={log.x} onClick={() => setLog({ ...log, x: !log.x })}>
            {t('curves-log-x-short')}
          </Toggle>
          <Toggle label={t('curves-log-y', { name })} on={log.y} onClick={() => setLog({ ...log, y: !log.y })}>
            {t('curves-log-y-short')}
          </Toggle>
          <IconButton small label={t('curves-save-png', { name })} onClick={() => void save()}>
            <Icon name="download" size={14} />
          </IconButton>
        </span>
      </figcaption>
      <div className={s.plot} ref={host} role="img" aria-label={[spoken(view, metric), view.phase && t('curves-phase-spoken', { n: view.phase.phase, epoch: view.phase.epoch + 1 })].filter(Boolean).join(' ')}>
        {hover && view.batches > 0 && <Reading view={view} metric={metric} hover={hover} smoothing={smoothing} />}
      </div>
    </figure>
  )
}

interface ToggleProps {
  label: string
  on: boolean
  onClick: () => void
  children: string
}

function Toggle({ label, on, onClick, children }: ToggleProps) {
  return (
    <button type="button" className={cx(s.toggle, on && s.on)} aria-pressed={on} aria-label={label} onClick={onClick}>
      {children}
    </button>
  )
}
