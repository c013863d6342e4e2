// A parameter's documentation beside the panel, while the pointer rests on its name or after F1.

import { useEffect, useRef, useState, type PointerEvent } from 'react'
import { Inline } from './DocText'
import s from './inspector.module.css'
import { t } from '../../words/words'

const REST_MS = 350
const WIDTH = 272
const MARGIN = 10

interface At {
  left: number
  top: number
}

export function useTip() {
  const [at, setAt] = useState<At | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const hide = () => {
    clearTimeout(timer.current)
    setAt(null)
  }
  useEffect(() => () => clearTimeout(timer.current), [])
  return {
    at,
    hide,
    toggle: (element: Element) => setAt(at ? null : beside(element)),
    hover: {
      onPointerEnter: (event: PointerEvent) => {
        if (event.pointerType === 'touch') return
        const element = event.currentTarget
        timer.current = setTimeout(() => setAt(beside(element)), REST_MS)
      },
      onPointerLeave: hide,
      onPointerDown: hide,
    },
  }
}

/** Left of the panel where there is room, else below the name. */
function beside(element: Element): At {
  const box = element.getBoundingClientRect()
  const panel = element.closest('[role=tabpanel]')?.getBoundingClientRect() ?? box
  const left = panel.left - WIDTH - MARGIN
  if (left >= MARGIN) return { left, top: Math.max(MARGIN, Math.min(box.top - 6, innerHeight - 200)) }
  return { left: Math.min(Math.max(MARGIN, box.left), Math.max(MARGIN, innerWidth - WIDTH - MARGIN)), top: box.bottom + 4 }
}

export function Tip({ at, title, text, lang }: { at: At; title: string; text: string; lang: string | undefined }) {
  return (
    <div className={s.tip} style={{ ...at, width: WIDTH }} aria-hidden="true">
      <b>{title}</b>
      <p lang={lang}>
        <Inline text={text} />
      </p>
      <small>{t('inspector-f1')}</small>
    </div>
  )
}
