// The tour: a bubble beside the real thing, which goes on when the person has done it. The page stays usable around it; Escape leaves.

import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { useActions } from '../actions/actions'
import { useDocument } from '../document/hooks'
import { isActive } from '../panels/lab'
import { useLab } from '../panels/LabProvider'
import { announce } from '../ui/announce'
import { Button, IconButton } from '../ui/controls'
import { Icon } from '../ui/glyphs'
import { t } from '../words/words'
import { type Standing, STEPS } from './steps'
import s from './tour.module.css'
import { leaveTour } from './tour'
import { useBeside } from './useBeside'
import '../words/lateTour'

const OF = 3

export function Tour() {
  const [at, setAt] = useState(0)
  const step = STEPS[at]
  const bubble = useRef<HTMLElement>(null)
  const place = useBeside(bubble, step?.beside ?? [])
  const leave = () => {
    // Whoever stood in the bubble goes on at what it pointed to.
    if (bubble.current?.contains(document.activeElement)) document.querySelector<HTMLElement>(step?.beside[0] ?? '')?.focus()
    leaveTour()
  }
  const next = () => (at + 1 < STEPS.length ? setAt(at + 1) : leave())

  useDone(at, next)
  useActions(
    () => [
      { id: 'settings.leave-tour', title: 'tour-leave', keys: ['Escape'], run: leave },
      // On the drawing, too, before anything else there is given up.
      { id: 'settings.leave-tour-there', title: 'tour-leave', keys: ['Escape'], scope: 'canvas', unlisted: true, run: leave },
    ],
    [at],
  )
  useEffect(() => {
    if (step) announce(`${t('tour-step', { at: step.number, of: OF })}. ${t(`tour-${step.id}`)}. ${t(`tour-${step.id}-how`)}`)
  }, [step])

  if (!step) return null
  const last = at === STEPS.length - 1
  return (
    <aside
      ref={bubble}
      className={s.bubble}
      data-region="tour"
      data-side={place.side}
      style={{ left: place.x, top: place.y, '--arrow': `${place.arrow}px` } as React.CSSProperties}
      aria-label={t('tour-step', { at: step.number, of: OF })}
    >
      <header>
        <span className={s.dots} aria-hidden="true">
          {Array.from({ length: OF }, (_, dot) => (
            <i key={dot} data-done={dot < step.number || undefined} />
          ))}
        </span>
        <small>{t('tour-step', { at: step.number, of: OF })}</small>
        <IconButton small label={t('tour-leave')} onClick={leave}>
          <Icon name="close" size={13} />
        </IconButton>
      </header>
      <h2>{t(`tour-${step.id}`)}</h2>
      <p>{t(`tour-${step.id}-how`)}</p>
      <footer>
        <Button small kind={last ? 'primary' : 'plain'} onClick={next}>
          {t(last ? 'tour-done' : 'tour-next')}
        </Button>
      </footer>
    </aside>
  )
}

/** Goes on a moment after the person has done it: they see what they did before the bubble moves. */
function useDone(at: number, next: () => void): void {
  const { graph } = useDocument()
  const lab = useLab()
  const advance = useEffectEvent(next)
  useEffect(() => {
    const now = (): Standing => ({ graph: graph.getState(), training: lab.state().starting || lab.state().runs.some(isActive) })
    const before = now()
    let timer: ReturnType<typeof setTimeout> | undefined
    const look = () => {
      if (timer === undefined && STEPS[at]?.done(now(), before)) timer = setTimeout(advance, 900)
    }
    const off = [graph.subscribe(look), lab.subscribe(look)]
    look()
    return () => {
      clearTimeout(timer)
      for (const each of off) each()
    }
  }, [at, graph, lab])
}
