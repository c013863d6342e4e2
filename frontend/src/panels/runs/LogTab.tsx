// What the run printed, and what was done to its data. Follows the end unless the person has scrolled up.

import { useEffect, useRef } from 'react'
import { duration } from '../../run/words'
import type { RunView } from '../../run/view'
import { CopyButton } from '../CopyButton'
import s from '../dock.module.css'
import { useWatched } from '../LabProvider'
import { numberText } from '../training/numbers'
import { t } from '../../words/words'
import { lessonOf } from './lesson'
import { reasonOf, reportOf, said } from '../../words/said'

export function LogTab() {
  const view = useWatched()
  const box = useRef<HTMLDivElement>(null)
  const atEnd = useRef(true)
  useEffect(() => {
    if (box.current && atEnd.current) box.current.scrollTop = box.current.scrollHeight
  })
  if (!view) return <p className={s.empty}>{t('runs-none')}</p>
  const text = logOf(view)
  return (
    <div className={s.column}>
      <div className={s.toolbar}>
        <span>
          {view.started
            ? `${view.started.device} · ${said(view.started.words, view.started.jail)} · ${t('training-seed-is', { seed: String(view.started.seed) })}`
            : t('runs-not-started')}
        </span>
        <span className={s.end}>
          <CopyButton text={() => text} />
        </span>
      </div>
      <div
        className={s.scroll}
        ref={box}
        role="log"
        aria-label={t('runs-log')}
        tabIndex={0}
        onScroll={(event) => {
          const { scrollTop, scrollHeight, clientHeight } = event.currentTarget
          atEnd.current = scrollHeight - scrollTop - clientHeight < 24
        }}
      >
        <pre className={s.log}>{text}</pre>
      </div>
    </div>
  )
}

function logOf(view: RunView): string {
  const lines: string[] = []
  if (view.data) lines.push(...reportOf(view.data))
  lines.push(...view.learned.map(lessonOf))
  if (view.model) {
    const { params, steps_per_epoch, steps_per_execution, compile_seconds } = view.model
    lines.push(
      t('runs-log-model', {
        params,
        steps: steps_per_epoch,
        each: steps_per_execution,
        seconds: duration(compile_seconds),
      }),
    )
  }
  if (view.phase) {
    const { epoch, layers, learning_rate, trainable_params } = view.phase
    lines.push(t('runs-log-phase', { epoch: epoch + 1, layers, rate: numberText(learning_rate), params: trainable_params }))
  }
  lines.push(...view.requeued.map(reasonOf))
  const end = view.reason ? [reasonOf(view)] : []
  return [...lines, view.log.trimEnd(), ...end].filter(Boolean).join('\n')
}
