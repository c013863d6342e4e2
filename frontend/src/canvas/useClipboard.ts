// Copy, cut and paste: the browser's own events for its own keys, and the same by command. What is copied is JSON text.

import { useReactFlow } from '@xyflow/react'
import { useEffect, type RefObject } from 'react'
import type { Position } from '../contract'
import { boxesOf, clipOf, readClip, type Clip } from '../document/clipboard'
import { useDocument } from '../document/hooks'
import { around } from '../document/place'
import { useSelection } from '../document/selection'
import { say } from '../ui/toast'
import { isTyping } from '../ui/typing'
import { t } from '../words/words'
import { pointerOn } from './pointer'

/** Chromium says that an event is a paste, not with which keys it came. */
let shift = false
/** Where the browser does not let a page read its clipboard by command, what was copied here last is pasted. */
let last = ''
let canvas: { place: () => Position; put: (clip: Clip, middle: Position, keepIncoming: boolean) => void } | null = null

export function copySelection(): void {
  document.execCommand('copy')
}

export function cutSelection(): void {
  document.execCommand('cut')
}

export function pasteClipboard(keepIncoming: boolean): void {
  const middle = canvas?.place()
  const read = navigator.clipboard ? navigator.clipboard.readText().catch(() => last) : Promise.resolve(last)
  void read.then((text) => {
    const clip = readClip(text)
    if (clip && middle) canvas?.put(clip, middle, keepIncoming)
    else say(t('canvas-nothing-to-paste'))
  })
}

export function useClipboard(box: RefObject<HTMLDivElement | null>): void {
  const { whole, edit } = useDocument()
  const { screenToFlowPosition } = useReactFlow()

  useEffect(() => {
    const ours = () => {
      const active = document.activeElement
      return !active || active === document.body || box.current?.contains(active)
    }
    const copy = (event: ClipboardEvent) => {
      const { nodes, notes } = useSelection.getState()
      const text = getSelection()?.toString()
      if (isTyping(event.target) || !(nodes.length + notes.length) || !ours() || text) return
      last = JSON.stringify(clipOf(whole.graph.getState(), nodes, notes), null, 1)
      event.clipboardData?.setData('text/plain', last)
      event.preventDefault()
      if (event.type === 'cut') edit.remove(nodes, [], true, notes)
      else say(t('canvas-copied', { n: nodes.length + notes.length }))
    }
    const paste = (event: ClipboardEvent) => {
      if (isTyping(event.target) || !ours()) return
      const clip = readClip(event.clipboardData?.getData('text/plain') ?? '')
      if (!clip) return
      event.preventDefault()
      put(clip, place(), shift)
    }
    const put = (clip: Clip, middle: Position, keepIncoming: boolean) =>
      void edit.paste(clip, cornerFor(clip, middle), keepIncoming)
    /** At the pointer while it is over the canvas, else in the middle of what is seen. */
    const place = (): Position => {
      const area = box.current?.getBoundingClientRect()
      const middle = area ? { x: area.left + area.width / 2, y: area.top + area.height / 2 } : { x: 0, y: 0 }
      return screenToFlowPosition(pointerOn(box.current) ?? middle)
    }
    canvas = { place, put }
    const keys = (event: KeyboardEvent) => (shift = event.shiftKey)
    addEventListener('keydown', keys, true)
    document.addEventListener('copy', copy)
    document.addEventListener('cut', copy)
    document.addEventListener('paste', paste)
    return () => {
      canvas = null
      removeEventListener('keydown', keys, true)
      document.removeEventListener('copy', copy)
      document.removeEventListener('cut', copy)
      document.removeEventListener('paste', paste)
    }
  }, [box, whole, edit, screenToFlowPosition])
}

function cornerFor(clip: Clip, middle: Position): Position {
  const box = around(boxesOf(clip))
  return box ? { x: middle.x - box.width / 2, y: middle.y - box.height / 2 } : middle
}
