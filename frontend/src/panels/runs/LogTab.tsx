// What the run printed, and what was done to its data. Follows the end unless the person has scrolled up.

import { useEffect, useRef } from 'react'
import { duration } from '../../run/words'
import type { RunView } from '../../run/view'
import { count } from '../../ui/format'
import { CopyButton } from '../CopyButton'
import s from '../dock.module.css'
import { useWatched } from '../LabProvider'

export function LogTab() {
  const view = useWatched()
  const box = useRef<HTMLDivElement>(null)
  const atEnd = useRef(true)
  useEffect(() => {
    if (box.current && atEnd.current) box.current.scrollTop = box.current.scrollHeight
  })
  if (!view) return <p className={s.empty}>No run yet.</p>
  const text = logOf(view)
  return (
    <div className={s.column}>
      <div className={s.toolbar}>
        <span>
          {view.started
            ? `${view.started.device} · ${view.started.jail} · seed ${view.started.seed}`
            : 'Not started yet'}
        </span>
        <span className={s.end}>
          <CopyButton text={() => text} />
        </span>
      </div>
      <div
        className={s.scroll}
        ref={box}
        role="log"
        aria-label="Log of the run"
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
  if (view.data) lines.push(...view.data.report)
  if (view.model) {
    const { params, steps_per_epoch, steps_per_execution, compile_seconds } = view.model
    lines.push(
      `${count(params)} parameters, ${count(steps_per_epoch)} batches an epoch, ${steps_per_execution} at a time; compiled in ${duration(compile_seconds)}.`,
    )
  }
  lines.push(...view.requeued)
  const end = view.reason ? [view.reason] : []
  return [...lines, view.log.trimEnd(), ...end].filter(Boolean).join('\n')
}
