// What is being typed in a field, until it is taken over: on Enter, on leaving, or when the field goes away.
// What does not fit stays as it was typed, with the reason, and reaches nobody.

import { useEffect, useEffectEvent, useRef, useState } from 'react'
import type { Parsed } from './values'

const REST_MS = 250

interface Drafted {
  readonly text: string
  /** Why it was not taken; null while it is being typed for the first time. */
  readonly error: string | null
  type: (text: string) => void
  take: () => void
  /** False where there was nothing to take back. */
  cancel: () => boolean
  /** Shows a value at once and takes it when the steps rest: many quick steps are one edit. */
  step: (text: string) => void
}

export function useDraft(shown: string, parse: (text: string) => Parsed, onTake: (value: unknown) => void): Drafted {
  const [draft, setDraft] = useState<string | null>(null)
  const [tried, setTried] = useState(false)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const latest = useRef<string | null>(null)
  const parsed = draft === null ? null : parse(draft)

  const put = (text: string | null) => {
    latest.current = text
    setDraft(text)
  }
  const cancel = () => {
    const there = latest.current !== null
    clearTimeout(timer.current)
    put(null)
    setTried(false)
    return there
  }
  const take = () => {
    clearTimeout(timer.current)
    const text = latest.current
    if (text === null) return
    if (text === shown) return void cancel()
    const now = parse(text)
    if ('error' in now) return setTried(true)
    cancel()
    onTake(now.value)
  }
  const leave = useEffectEvent(take)
  useEffect(() => () => leave(), [])

  return {
    text: draft ?? shown,
    error: tried && parsed && 'error' in parsed ? parsed.error : null,
    type: (text) => {
      clearTimeout(timer.current)
      put(text)
    },
    take,
    cancel,
    step: (text) => {
      clearTimeout(timer.current)
      put(text)
      timer.current = setTimeout(leave, REST_MS)
    },
  }
}
